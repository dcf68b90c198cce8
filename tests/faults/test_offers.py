"""An offer is made of libvirt's own words."""

from __future__ import annotations

import unittest
from pathlib import Path

from faults.offers import describe
from lab.domain import xml
from lab.identity import Lab

LAB = Lab(Path("/checkout"), "abc123")
LIVE = xml(LAB, 1).replace("<memory unit='MiB'>512", "<memory unit='KiB'>524288")


class Describe(unittest.TestCase):
    def test_memory_is_in_mebibytes(self) -> None:
        self.assertEqual(describe(LIVE)["memoryMiB"], 512)

    def test_names_the_vm(self) -> None:
        self.assertEqual((describe(LIVE)["name"], describe(LIVE)["id"]), ("vm1", LAB.vm_uuid(1)))

    def test_lists_its_disks(self) -> None:
        disk = {"target": "vda", "source": str(LAB.disks / "vm1"), "shared": True}
        self.assertEqual(describe(LIVE)["disks"], [disk])


if __name__ == "__main__":
    unittest.main()
