"""Names that must not change: others go by them."""

from __future__ import annotations

import hashlib
import os
import tempfile
import unittest
from pathlib import Path

from lab.identity import of_checkout


class TestIdentity(unittest.TestCase):
    def test_id_is_the_digest_of_the_checkouts_real_path(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            real = Path(folder).resolve() / "checkout"
            real.mkdir()
            link = Path(folder) / "link"
            os.symlink(real, link)
            expected = hashlib.sha256(str(real).encode()).hexdigest()[:6]
            self.assertEqual(of_checkout(real).id, expected)
            self.assertEqual(of_checkout(link).id, expected)

    def test_a_seed_makes_another_lab_of_the_same_checkout(self) -> None:
        checkout = Path("/somewhere")
        self.assertNotEqual(of_checkout(checkout).id, of_checkout(checkout, "second").id)
        self.assertEqual(of_checkout(checkout, "second").id, of_checkout(Path("/else"), "second").id)

    def test_everything_is_named_after_the_id(self) -> None:
        lab = of_checkout(Path("/somewhere"))
        for name in (lab.run, lab.data, lab.shared, lab.disk_image("vm1"), lab.namespace_path("h1")):
            self.assertIn(f"-{lab.id}", str(name))

    def test_uuids_are_stable_and_differ(self) -> None:
        lab = of_checkout(Path("/somewhere"))
        self.assertEqual(lab.vm_uuid(1), f"d70e3a1b-0000-4000-8000-{lab.id}000001")
        self.assertEqual(len({lab.vm_uuid(1), lab.vm_uuid(2), lab.host_uuid(1), lab.host_uuid(2)}), 4)


if __name__ == "__main__":
    unittest.main()
