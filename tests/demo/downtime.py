"""Measures how long a VM stood still, from what the two QEMUs themselves reported.

QEMU stamps its events STOP and RESUME when it stops and starts the virtual CPUs, by the machine's clock, which all hosts of the
lab share. From the source's last STOP to the destination's RESUME nobody ran the VM. No counter of the guest and no figure of
Droveway or of libvirt's job statistics has a part in it.
"""

from __future__ import annotations

import re
import subprocess
import threading
from dataclasses import dataclass

from demo.hosts import Host

_LINE = re.compile(r"event (?P<name>[A-Z_]+) at (?P<time>\d+\.\d+) for domain '?(?P<vm>[^':]+)'?:")


@dataclass(frozen=True)
class QemuEvent:
    """An event of a VM on a host, at seconds of the machine's clock."""

    host: str
    vm: str
    name: str
    time: float


@dataclass(frozen=True)
class Downtime:
    """When the source stopped and the destination went on."""

    stopped_at: float
    resumed_at: float

    @property
    def seconds(self) -> float:
        """How long nobody ran the VM; negative would mean that both did."""
        return self.resumed_at - self.stopped_at


class DowntimeError(Exception):
    """Events that do not tell a downtime: one is missing, or they are in an impossible order."""


def parse_event(host: str, line: str) -> QemuEvent | None:
    """Reads a line of ``virsh qemu-monitor-event --loop``."""
    told = _LINE.match(line)
    return None if told is None else QemuEvent(host, told["vm"], told["name"], float(told["time"]))


def downtime_of(events: list[QemuEvent], vm: str, source: str, destination: str) -> Downtime:
    """The downtime of one migration.

    :raises DowntimeError: if the source did not stop, the destination did not go on, or it did while the source ran
    """
    stops = [each.time for each in events if (each.host, each.vm, each.name) == (source, vm, "STOP")]
    resumes = [each.time for each in events if (each.host, each.vm, each.name) == (destination, vm, "RESUME")]
    if not stops or not resumes:
        raise DowntimeError(
            f"{vm}: found {len(stops)} STOP events on {source} and {len(resumes)} RESUME events on {destination},"
            " needed one of each"
        )
    if any(
        each.time > stops[-1] for each in events if (each.host, each.vm, each.name) == (source, vm, "RESUME")
    ):
        raise DowntimeError(
            f"{vm}: resumed on {source} after it had stopped there for the switch to {destination}"
        )
    if resumes[0] < stops[-1]:
        raise DowntimeError(
            f"{vm}: ran on {destination} {1000 * (stops[-1] - resumes[0]):.1f} ms before it stopped on {source}"
        )
    return Downtime(stops[-1], resumes[0])


class QemuEvents:
    """Follows the QEMU events of all VMs of a host, through a connection of its own to that host's libvirt."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._events: list[QemuEvent] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Starts to follow."""
        self._process = self._host.start(
            ["stdbuf", "-oL", "virsh", "qemu-monitor-event", "--loop"], whole=True
        )
        self._reader = threading.Thread(target=self._follow, daemon=True)
        self._reader.start()

    def _follow(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        for line in self._process.stdout:
            event = parse_event(self._host.name, line.decode(errors="replace"))
            if event is not None:
                self._events.append(event)

    def stop(self) -> list[QemuEvent]:
        """Ends and gives every event."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
        if self._reader is not None:
            self._reader.join(timeout=10)
        return list(self._events)
