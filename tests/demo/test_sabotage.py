"""The demo must notice each sabotage. Takes minutes: a lab is brought up and taken down for every kind."""

from __future__ import annotations

import os
import subprocess
import unittest
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 300


class TestSabotage(unittest.TestCase):
    def test_wrong_nic(self) -> None:
        self._notices("wrong-nic", "interfaces")

    def test_no_tls(self) -> None:
        self._notices("no-tls", "first bytes", "marker in memory")

    def test_pinhole_left(self) -> None:
        self._notices("pinhole-left", "pinholes left")

    def test_pool_open(self) -> None:
        self._notices("pool-open", "SYN-ACKs it got")

    def _notices(self, kind: str, *subjects: str) -> None:
        done = subprocess.run(
            ["./droveway", "demo", "--sabotage", kind],
            cwd=CHECKOUT,
            env={**os.environ, "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertNotIn("it did not come to it", done.stdout)
        failed = [line for line in done.stdout.splitlines() if line.strip().startswith("✗")]
        for subject in subjects:
            self.assertTrue(
                any(subject in line for line in failed), f"{subject} is not among:\n" + done.stdout
            )


if __name__ == "__main__":
    unittest.main()
