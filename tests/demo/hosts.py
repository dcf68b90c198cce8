"""The hosts of the lab as the observer sees them: from outside, by their namespaces."""

from __future__ import annotations

import ipaddress
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

MANAGEMENT_NIC = "mgmt0"
MIGRATION_NIC = "mig0"
_PATIENCE_SECONDS = 30.0


class HostCommandError(Exception):
    """A command on a host that failed."""


@dataclass(frozen=True)
class Address:
    """An address of a host's interface."""

    interface: str
    text: str
    version: int

    @property
    def link_local(self) -> bool:
        """Whether it means something on its own wire only."""
        return ipaddress.ip_address(self.text).is_link_local


@dataclass(frozen=True)
class Host:
    """A machine of the lab: its network namespace and, if it has files of its own, a process that sees them."""

    name: str
    network: Path
    pid: int | None = None

    def start(
        self,
        arguments: list[str],
        *,
        stdout: IO[Any] | int = subprocess.PIPE,
        stderr: IO[Any] | int = subprocess.DEVNULL,
        whole: bool = False,
        nice: int = 0,
    ) -> subprocess.Popen[bytes]:
        """Starts a process on the host's network; with ``whole`` also among its files, as a process of the host."""
        return subprocess.Popen(
            self._enter(whole, nice) + arguments, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr
        )

    def run(self, arguments: list[str], *, check: bool = True, text: str | None = None) -> str:
        """Runs a command as a process of the host and gives its output.

        :raises HostCommandError: if it fails and ``check`` is set
        """
        done = subprocess.run(
            self._enter(True, 0) + arguments,
            input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
        if check and done.returncode != 0:
            raise HostCommandError(
                f"{self.name}: {' '.join(arguments)}: exit status {done.returncode}: {(done.stderr or done.stdout).strip()}"
            )
        return done.stdout

    def addresses(self) -> list[Address]:
        """Every address but loopback's."""
        found = []
        for link in json.loads(self.run(["ip", "-json", "address", "show"])):
            for each in link.get("addr_info", []):
                if link["ifname"] != "lo":
                    found.append(Address(link["ifname"], each["local"], 4 if each["family"] == "inet" else 6))
        return found

    def migration_address(self, version: int) -> str:
        """Its address on the migration network.

        :raises HostCommandError: if it has none of that version
        """
        for each in self.addresses():
            if (each.interface, each.version, each.link_local) == (MIGRATION_NIC, version, False):
                return each.text
        raise HostCommandError(f"{self.name} has no IPv{version} address on {MIGRATION_NIC}")

    def hardware_address(self, interface: str) -> str:
        """The MAC address of an interface."""
        return str(json.loads(self.run(["ip", "-json", "link", "show", interface]))[0]["address"])

    def _enter(self, whole: bool, nice: int) -> list[str]:
        files = ["-t", str(self.pid), "-m", "-u"] if whole and self.pid is not None else []
        # Whatever happens to the demo, its instruments end with it.
        command = ["setpriv", "--pdeathsig", "TERM", "--", "nsenter", f"--net={self.network}", *files, "--"]
        return (["nice", "-n", str(nice)] if nice else []) + command
