"""Reads the trail that the lab's guest leaves on its disk and in its memory, and checks that one copy of it went on.

The layout is the lab's: see ``tests/lab/guest/README.md``.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from statistics import median
from typing import BinaryIO

from demo.hosts import Host

SECTOR = 512
RING_SECTOR = 64
TICK_SECONDS = 0.1
MEMORY_PAGE = 0x200000
_HEADER_MAGIC = b"DROVDSK1"
_RECORD_MAGIC = b"DROVREC1"
_MEMORY_MAGIC = b"DROVMEM1"


class TrailError(Exception):
    """A trail that cannot be read: the guest has not begun it, or the layout is another."""


@dataclass(frozen=True)
class Header:
    """The disk's sector 0."""

    next_slot: int
    ring: int
    counter: int
    boot: int


@dataclass(frozen=True)
class Record:
    """What the guest wrote at one tick."""

    slot: int
    counter: int
    memory_counter: int
    boot: int
    tsc: int


@dataclass(frozen=True)
class MemoryPage:
    """The guest's page of counters, read over QEMU's monitor."""

    counter: int
    boot: int
    disk_errors: int


@dataclass(frozen=True)
class Sample:
    """A change of the disk counter, and when an outsider saw it (seconds of the machine's clock)."""

    time: float
    counter: int


def parse_header(sector: bytes) -> Header:
    """Reads sector 0."""
    if sector[:8] != _HEADER_MAGIC:
        raise TrailError(
            f"the disk begins with {sector[:8]!r}, needed {_HEADER_MAGIC!r}: has the guest booted?"
        )
    return Header(*struct.unpack_from("<QQQQ", sector, 8))


def parse_record(sector: bytes) -> Record | None:
    """Reads a sector of the ring; None if nothing was written there."""
    if sector[:8] != _RECORD_MAGIC:
        return None
    return Record(*struct.unpack_from("<QQQQQ", sector, 8))


def read_header(disk: BinaryIO) -> Header:
    """Reads the header of a disk opened without buffering."""
    disk.seek(0)
    return parse_header(disk.read(SECTOR))


def read_records(disk: BinaryIO, first_slot: int, end_slot: int, ring: int) -> list[Record | None]:
    """The records that the slots' places hold, whatever slots they name.

    ``end_slot`` must be of a header that was read before: the guest writes a record and then the header that counts it.
    """
    found = []
    for slot in range(first_slot, end_slot):
        disk.seek(SECTOR * (RING_SECTOR + slot % ring))
        found.append(parse_record(disk.read(SECTOR)))
    return found


def read_memory(host: Host, vm: str) -> MemoryPage:
    """Reads the counters' page over QMP, past the guest."""
    return parse_memory(host.run(["virsh", "qemu-monitor-command", vm, "--hmp", f"xp /8gx {MEMORY_PAGE:#x}"]))


def parse_memory(text: str) -> MemoryPage:
    """Reads what ``xp /8gx`` prints for the counters' page."""
    words = [int(word, 16) for line in text.splitlines() for word in re.findall(r"0x([0-9a-f]{16})", line)]
    if len(words) != 8 or struct.pack("<Q", words[0]) != _MEMORY_MAGIC:
        raise TrailError(
            f"the guest's memory at {MEMORY_PAGE:#x} does not begin with {_MEMORY_MAGIC!r}: {text.strip()}"
        )
    return MemoryPage(counter=words[1], boot=words[2], disk_errors=words[4])


def check_records(records: list[Record | None], first_slot: int) -> list[str]:
    """What is wrong with a stretch of the trail: every slot, disk counter and memory counter must be the last one plus one."""
    wrong: list[str] = []
    last: Record | None = None
    seen: dict[int, int] = {}
    for slot, record in enumerate(records, first_slot):
        if record is None:
            wrong.append(f"slot {slot}: nothing was written")
            continue
        if record.slot != slot:
            wrong.append(f"slot {slot}: holds the record of slot {record.slot}")
        if last is not None:
            wrong += _steps(last, record)
        if record.memory_counter in seen:
            wrong.append(
                f"memory counter {record.memory_counter} twice: slots {seen[record.memory_counter]} and {record.slot}"
            )
        seen[record.memory_counter] = record.slot
        last = record
    return wrong


def _steps(last: Record, record: Record) -> list[str]:
    if record.boot != last.boot:
        return [f"slot {record.slot}: written by boot {record.boot:x}, the one before by {last.boot:x}"]
    wrong = []
    for name, before, now in (
        ("disk counter", last.counter, record.counter),
        ("memory counter", last.memory_counter, record.memory_counter),
    ):
        if now != before + 1:
            wrong.append(f"slot {record.slot}: {name} went from {before} to {now}, needed {before + 1}")
    return wrong


def check_samples(samples: list[Sample]) -> list[str]:
    """What is wrong with the disk counter as it was watched: it must only ever grow."""
    wrong = []
    for before, now in zip(samples, samples[1:]):
        if now.counter <= before.counter:
            wrong.append(f"the disk counter fell from {before.counter} to {now.counter}")
    return wrong


@dataclass(frozen=True)
class Gap:
    """A time in which the disk counter stood still, and what the guest's own clock tells of it. In seconds."""

    begin: float
    end: float
    after_counter: int
    tick: float
    lag: float

    @property
    def seconds(self) -> float:
        """By the outsider's clock, which goes on while the VM is stopped."""
        return self.end - self.begin

    def meets(self, begin: float, end: float) -> bool:
        """Whether it has a moment in common with another time."""
        return self.begin <= end and begin <= self.end


def gaps(samples: list[Sample], records: list[Record | None], switch: float) -> list[Gap]:
    """The time between each change of the disk counter and the next, the longest first.

    ``tick`` is how long the tick was by the guest's clock, its TSC, which stands while the VM is stopped. ``lag`` is how much
    later than others the value that ended the gap came to the disk after the guest had stamped it; as the TSC stands
    during the switch, a value is compared only with those on the same side of it.
    """
    tsc = {each.counter: each.tsc for each in records if each is not None}
    known = [each for each in samples if each.counter in tsc]
    pairs = list(zip(known, known[1:]))
    if len(pairs) < 3:
        raise TrailError(f"the disk counter was seen to change {len(known)} times, needed 4 or more")
    rate = median(tsc[now.counter] - tsc[before.counter] for before, now in pairs) / TICK_SECONDS
    late = {each.counter: each.time - tsc[each.counter] / rate for each in known}
    least = {
        side: min((late[each.counter] for each in known if (each.time > switch) is side), default=0.0)
        for side in (False, True)
    }
    found = [
        Gap(
            before.time,
            now.time,
            before.counter,
            (tsc[now.counter] - tsc[before.counter]) / rate,
            late[now.counter] - least[now.time > switch],
        )
        for before, now in pairs
    ]
    return sorted(found, key=lambda each: each.seconds, reverse=True)
