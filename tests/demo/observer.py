"""Observes one migration from outside, from before its first packet to after its last, and says what was seen."""

from __future__ import annotations

import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from demo.capture import Capture, Captured
from demo.diskwatch import DiskWatch
from demo.downtime import QemuEvent, QemuEvents
from demo.guest import Header, MemoryPage, Record, Sample, read_header, read_memory, read_records
from demo.hosts import MANAGEMENT_NIC, MIGRATION_NIC, Host
from demo.intruder import Order, Report, command, pool_ports, read_report
from demo.nics import NicBytes, read_nics
from demo.pinholes import Opening, Pinhole, PinholeWatch

INTRUDER_RATE = 800.0
_QUIET_SECONDS = 0.6
_NICS = (MANAGEMENT_NIC, MIGRATION_NIC)


@dataclass(frozen=True)
class Scene:
    """Where to look: the hosts, the intruder's place, the VM and what its memory holds."""

    source: Host
    destination: Host
    intruder: Host
    vm: str
    disk: Path
    marker: bytes
    random_bytes: int
    folder: Path


@dataclass
class Observed:
    """Everything seen of one migration. Times are seconds of the machine's clock."""

    captured: list[Captured]
    nics: dict[str, dict[str, NicBytes]]
    openings: list[Opening]
    left_open: list[Pinhole]
    events: list[QemuEvent]
    samples: list[Sample]
    before: Header
    after: Header
    records: list[Record | None]
    memory_before: MemoryPage
    memory_after: MemoryPage
    domains: dict[str, str]
    intruder: Report | None = None
    intruder_addresses: list[str] = field(default_factory=list)
    target_addresses: list[str] = field(default_factory=list)


class Intrusion:
    """A scan of a host by the intruder, in the background."""

    def __init__(self, intruder: Host, target: Host, ports: list[int] | None = None) -> None:
        self.targets = [
            each for each in target.addresses() if each.version == 4 or not each.text.startswith("fe80")
        ]
        own = [each.text for each in intruder.addresses() if each.interface == MIGRATION_NIC]
        linked = [
            each
            for each in target.addresses()
            if each.interface == MIGRATION_NIC and each not in self.targets
        ]
        self.targets += linked
        self.sources = own
        versions = {6 if ":" in each else 4 for each in own}
        self._order = Order(
            MIGRATION_NIC,
            intruder.hardware_address(MIGRATION_NIC),
            target.hardware_address(MIGRATION_NIC),
            own,
            [each.text for each in self.targets if each.version in versions],
            ports or pool_ports(),
            INTRUDER_RATE,
        )
        self._intruder = intruder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts to scan."""
        self._process = self._intruder.start(command(self._order))
        assert self._process.stdout is not None
        if self._process.stdout.readline().strip() != b"scanning":
            raise RuntimeError(f"the intruder did not start: exit status {self._process.wait(timeout=5)}")

    def stop(self) -> Report:
        """Ends the scan."""
        assert self._process is not None
        self._process.terminate()
        out, _ = self._process.communicate(timeout=20)
        return read_report(out.decode())


class Instrument(Protocol):
    """Something that is switched on before a migration and off after it."""

    def start(self) -> None:
        """Switches it on."""

    def stop(self) -> object:
        """Switches it off."""


class Observer:
    """All instruments of one migration; use as a context, so that none outlives a failure."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._folder = tempfile.TemporaryDirectory(dir=scene.folder, prefix="observed-")
        hosts = (scene.source, scene.destination)
        self._captures = [Capture(host, nic, Path(self._folder.name)) for host in hosts for nic in _NICS]
        self._events = [QemuEvents(host) for host in hosts]
        self.pinholes = PinholeWatch(scene.destination)
        self._disk = DiskWatch(scene.disk)
        self._instruments: list[Instrument] = [*self._captures, self.pinholes, *self._events, self._disk]
        self._intrusion = Intrusion(scene.intruder, scene.destination)
        self._nics: dict[str, dict[str, NicBytes]] = {}
        self._stopped = False

    def __enter__(self) -> Observer:
        for each in self._instruments:
            each.start()
        for capture in self._captures:
            capture.await_ready()
        self._intrusion.start()
        self._before = self._header()
        self._memory_before = read_memory(self._scene.source, self._scene.vm)
        self._nics = self._read_nics()
        return self

    def __exit__(self, *failure: object) -> None:
        if not self._stopped:
            for each in self._instruments:
                each.stop()
            self._intrusion.stop()
        self._folder.cleanup()

    def finish(self) -> Observed:
        """Ends all instruments, a moment after the migration, and puts together what they saw."""
        nics_after = self._read_nics()
        time.sleep(_QUIET_SECONDS)
        self._stopped = True
        intruder = self._intrusion.stop()
        scene = self._scene
        samples = self._disk.stop()
        for capture in self._captures:
            capture.stop()
        events = [event for source in self._events for event in source.stop()]
        openings = self.pinholes.stop()
        with ThreadPoolExecutor(2) as pool:
            captured = list(pool.map(self._read, self._captures))
        domains = {
            each.name: each.run(["virsh", "list", "--all"]) for each in (scene.source, scene.destination)
        }
        where = scene.destination if scene.vm in domains[scene.destination.name] else scene.source
        memory_after = read_memory(where, scene.vm)
        after, records = self._trail()
        deltas = {
            host: {nic: now - self._nics[host][nic] for nic, now in nics.items()}
            for host, nics in nics_after.items()
        }
        return Observed(
            captured,
            deltas,
            openings,
            self.pinholes.open_now(),
            events,
            samples,
            self._before,
            after,
            records,
            self._memory_before,
            memory_after,
            domains,
            intruder,
            self._intrusion.sources,
            [each.text for each in self._intrusion.targets],
        )

    def _read(self, capture: Capture) -> Captured:
        return capture.read(self._scene.marker)

    def _read_nics(self) -> dict[str, dict[str, NicBytes]]:
        return {host.name: read_nics(host) for host in (self._scene.source, self._scene.destination)}

    def _header(self) -> Header:
        with self._scene.disk.open("rb", buffering=0) as disk:
            return read_header(disk)

    def _trail(self) -> tuple[Header, list[Record | None]]:
        with self._scene.disk.open("rb", buffering=0) as disk:
            after = read_header(disk)
            return after, read_records(disk, self._before.next_slot, after.next_slot, after.ring)
