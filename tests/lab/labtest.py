"""What tests of real labs have in common: each class brings up a lab of its own id, and takes it down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import unittest
from collections.abc import Callable
from pathlib import Path

from lab import identity
from lab.identity import SEED_VARIABLE, Lab

TESTS = Path(__file__).resolve().parents[1]
CHECKOUT = TESTS.parent


def lab_of(seed: str) -> Lab:
    return identity.of_checkout(CHECKOUT, seed)


def run(seed: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """`lab …` as people call it."""
    environment = os.environ | {SEED_VARIABLE: seed, "PYTHONPATH": str(TESTS)}
    return subprocess.run(
        [sys.executable, "-m", "lab", *arguments],
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
    )


class LabTest(unittest.TestCase):
    """Brings a lab up once for all its tests."""

    lab: Lab
    seed: str
    options: tuple[str, ...]

    @classmethod
    def setUpClass(cls) -> None:
        cls.lab = lab_of(f"{CHECKOUT} {cls.seed}")
        cls.tool("down")
        cls.addClassCleanup(cls.tool, "down")
        done = cls.tool("up", *cls.options)
        if done.returncode != 0:
            raise AssertionError(f"lab up failed: {done.stderr}")

    @classmethod
    def tool(cls, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return run(f"{CHECKOUT} {cls.seed}", *arguments, stdin=stdin)

    def succeed(self, *arguments: str, stdin: str = "") -> str:
        done = self.tool(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, f"lab {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def pid(self, host: str, service: str = "libvirtd") -> int:
        return int(self.succeed("pid", host, service))

    def qemu(self, host: str = "h1") -> str:
        """Process id, inside the host, of its only VM."""
        return self.succeed("exec", host, "--", "cat", "/run/libvirt/qemu/vm1.pid").strip()

    def until(self, condition: Callable[[], bool], seconds: float, what: str) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), deadline, f"{what}: not within {seconds} s")
            time.sleep(0.05)

    def nics(self, machine: str) -> dict[str, list[str]]:
        """The IPv4 addresses of a machine's interfaces."""
        found = json.loads(self.succeed("exec", machine, "--", "ip", "-j", "-4", "address"))
        return {nic["ifname"]: [address["local"] for address in nic["addr_info"]] for nic in found}
