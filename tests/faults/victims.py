"""Who can be killed during a migration."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass

from faults.errors import Wrong
from lab import processes
from lab.identity import Lab
from lab.machines import AGENT, LIBVIRTD
from lab.topology import ENGINE


@dataclass(frozen=True)
class Way:
    """From where to where the VM is on its way."""

    source: str
    destination: str


@dataclass(frozen=True)
class Victim:
    """A process, found when it is to be killed; the lab starts it again, but no QEMU."""

    title: str
    find: Callable[[Lab, Way], int | None]

    def kill(self, lab: Lab, way: Way) -> None:
        """Ends it as a crash would.

        :raises Wrong: if there is none
        """
        pid = self.find(lab, way)
        if pid is None:
            raise Wrong(f"there is no {self.title}")
        os.kill(pid, signal.SIGKILL)


def qemu(lab: Lab, host: str) -> int | None:
    """The host's only QEMU: running, or waiting for a VM to come in."""
    network = os.stat(lab.namespace_path(host)).st_ino
    for process in processes.table():
        if process.network == network and process.state not in "ZX" and _runs_qemu(process.pid):
            return process.pid
    return None


def _runs_qemu(pid: int) -> bool:
    try:
        command = (processes.PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return b"qemu-system" in command[0] and b"-name" in command


SOURCE_AGENT = Victim("source agent", lambda lab, way: processes.service(lab, way.source, AGENT))
DESTINATION_AGENT = Victim(
    "destination agent", lambda lab, way: processes.service(lab, way.destination, AGENT)
)
SOURCE_LIBVIRTD = Victim("source libvirtd", lambda lab, way: processes.service(lab, way.source, LIBVIRTD))
DESTINATION_LIBVIRTD = Victim(
    "destination libvirtd", lambda lab, way: processes.service(lab, way.destination, LIBVIRTD)
)
ENGINE_ITSELF = Victim("engine", lambda lab, way: processes.service(lab, ENGINE, ENGINE))
SOURCE_QEMU = Victim("source QEMU", lambda lab, way: qemu(lab, way.source))
DESTINATION_QEMU = Victim("destination QEMU", lambda lab, way: qemu(lab, way.destination))
