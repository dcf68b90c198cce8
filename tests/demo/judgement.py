"""Judges what the observer saw: pure functions from what was seen to findings, each of which can fail."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from demo.downtime import Downtime, DowntimeError, downtime_of
from demo.guest import TICK_SECONDS, Gap, TrailError, check_records, check_samples, gaps
from demo.hosts import MANAGEMENT_NIC, MIGRATION_NIC
from demo.intruder import POOL, Report
from demo.observer import Observed
from demo.packets import Endpoint
from demo.report import Finding
from demo.streams import Carried, Connection

PROOF_BYTES = 256
"""A connection with less than this in either direction is no stream of a VM but the proof of the way before it (design, rule 6)."""
SAMPLE_BYTES = 33 << 20
"""The proof may be followed, on its own connection, by blocks that measure the way: at most 32 MiB (docs/protocol.md)."""
BULK_BYTES = 1 << 20
LEAST_RATE = 200.0
LEAST_RESETS = 0.5
"""Of the SYNs to an address; the intruder may overlook some when the machine is busy."""
RESOLUTION_SECONDS = 0.025
"""What cannot be told apart: a poll of 5 ms at each end of the gap, and how soon QEMU reports that it stopped and started the CPUs."""
LONGEST_TICK_SECONDS = 1.0
MANAGEMENT_SHARE = 0.05


@dataclass(frozen=True)
class Expected:
    """What the migration should have been."""

    vm: str
    source: str
    destination: str
    source_address: str
    destination_address: str
    nic: str
    secure: bool
    random_bytes: int
    disks: int = 0
    """Disks that are copied, each over a connection of its own."""
    connections: int = 0
    """That carry the memory besides the first one."""


@dataclass(frozen=True)
class Seen:
    """A connection, and on which interfaces of which hosts it was seen."""

    connection: Connection
    places: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.connection.client} → {self.connection.server}"

    @property
    def copies_a_disk(self) -> bool:
        """By its own first bytes."""
        return self.connection.carried in (Carried.NBD, Carried.NBD_TLS)


def judge(observed: Observed, expected: Expected) -> list[Finding]:
    """All findings on one migration."""
    streams, proofs = streams_of(observed)
    findings = judge_streams(streams, proofs, expected)
    findings += judge_content(observed, streams, expected)
    findings += judge_nics(observed, streams, expected)
    findings += judge_pinholes(observed, streams, expected)
    if observed.intruder is not None:
        findings += judge_intruder(observed)
    return findings + judge_guest(observed, expected)


def streams_of(observed: Observed) -> tuple[list[Seen], list[Seen]]:
    """The connections that carried the VM, and the small ones that proved the way for them.

    Looked for on every interface and between any two addresses: by port, by content and by size.
    """
    places: dict[tuple[object, object], list[str]] = {}
    kept: dict[tuple[object, object], Connection] = {}
    for captured in observed.captured:
        for each in captured.connections:
            if each.bytes == 0 or not _is_migration(each):
                continue
            name = (each.client, each.server)
            kept.setdefault(name, each)
            places.setdefault(name, []).append(f"{captured.host} {captured.interface}")
    found = [Seen(kept[name], tuple(sorted(places[name]))) for name in kept]
    proofs = [each for each in found if _is_small(each.connection) or _is_sample(each, found)]
    return [each for each in found if each not in proofs], proofs


def _is_migration(connection: Connection) -> bool:
    in_pool = any(connection.server.port in ports for ports in POOL)
    telling = connection.carried in (Carried.QEMU, Carried.NBD, Carried.NBD_TLS) or connection.markers > 0
    return in_pool or telling or connection.bytes >= BULK_BYTES


def _is_small(connection: Connection) -> bool:
    return max(connection.sent.bytes, connection.received.bytes) < PROOF_BYTES


def _is_sample(seen: Seen, found: list[Seen]) -> bool:
    """Bytes that are nobody's, over before the first stream to the same port began: what comes alone, or late, is no sample."""
    connection = seen.connection
    streams = [
        each.connection.syn_at
        for each in found
        if each.connection.server == connection.server and not _is_small(each.connection) and each is not seen
    ]
    ended = connection.closed_at
    harmless = connection.carried is Carried.OTHER and connection.markers == 0
    before = ended is not None and all(at is not None and ended <= at for at in streams)
    return harmless and before and bool(streams) and connection.bytes <= SAMPLE_BYTES


def judge_streams(streams: list[Seen], proofs: list[Seen], expected: Expected) -> list[Finding]:
    """Where the VM went, and that nothing else went with it."""
    if not streams:
        return [
            Finding(False, "stream", "none was seen on any interface", "one between the migration addresses")
        ]
    findings = []
    for each in streams:
        right = (each.connection.client.address, each.connection.server.address) == (
            expected.source_address,
            expected.destination_address,
        )
        needed = f"{expected.source_address} → {expected.destination_address}"
        findings.append(Finding(right, "stream", f"{each}, {_mib(each.connection.bytes)}", needed))
        where = (f"{expected.source} {expected.nic}", f"{expected.destination} {expected.nic}")
        findings.append(
            Finding(
                each.places == tuple(sorted(where)), "interfaces", ", ".join(each.places), ", ".join(where)
            )
        )
    disks = [each for each in streams if each.copies_a_disk]
    told = f"{len(streams) - len(disks)} for the memory, {len(disks)} for disks"
    needed = f"{1 + expected.connections} for the memory, {expected.disks} for disks"
    findings.append(Finding(told == needed, "connections", told, needed))
    most = sum(each.connection.sent.bytes for each in streams if not each.copies_a_disk)
    findings.append(
        Finding(
            most >= expected.random_bytes,
            "size of the stream",
            f"{_mib(most)}; the VM holds {_mib(expected.random_bytes)} of random memory",
            "no less than the random memory",
        )
    )
    return findings + [_proof(each, streams) for each in proofs]


def _proof(proof: Seen, streams: list[Seen]) -> Finding:
    ended = proof.connection.closed_at
    begun = [each.connection.syn_at for each in streams if each.connection.server == proof.connection.server]
    before = ended is not None and all(at is not None and ended <= at for at in begun)
    text = f"{proof}, {proof.connection.bytes} bytes in all, ended before the stream began"
    return Finding(
        before, "proof of the way", text if before else f"{proof}", "to be over before the stream begins"
    )


def judge_content(observed: Observed, streams: list[Seen], expected: Expected) -> list[Finding]:
    """TLS or not, as read from the stream itself."""
    findings = []
    for each in streams:
        wanted = _wanted(each, expected)
        head = each.connection.sent.head[: 24 if each.copies_a_disk else 8]
        text = f"{wanted.value if each.connection.carried is wanted else each.connection.carried.value}: {head.hex(' ')}"
        findings.append(Finding(each.connection.carried is wanted, "first bytes", text, wanted.value))
    incomplete = [str(each) for each in streams if not each.connection.complete]
    findings.append(
        Finding(
            not incomplete,
            "capture",
            "holds every byte of the stream" if not incomplete else f"lacks bytes of {', '.join(incomplete)}",
            "every byte: else the marker could be in what is missing",
        )
    )
    markers = sum(each.connection.markers for each in streams)
    everywhere = sum(c.markers for captured in observed.captured for c in captured.connections)
    if expected.secure:
        text = f"found {everywhere} times on all interfaces"
        findings.append(Finding(everywhere == 0, "marker in memory", text, "0 times"))
    else:
        findings.append(
            Finding(markers > 0, "marker in memory", f"found {markers} times in the stream", "once or more")
        )
    return findings


def _wanted(stream: Seen, expected: Expected) -> Carried:
    if stream.copies_a_disk:
        return Carried.NBD_TLS if expected.secure else Carried.NBD
    return Carried.TLS if expected.secure else Carried.QEMU


def judge_nics(observed: Observed, streams: list[Seen], expected: Expected) -> list[Finding]:
    """Bytes by the kernel's counters: the VM's on the one NIC, next to nothing on the other."""
    moved = sum(each.connection.bytes for each in streams)
    other = MANAGEMENT_NIC if expected.nic == MIGRATION_NIC else MIGRATION_NIC
    findings = []
    for host in (expected.source, expected.destination):
        nics = observed.nics[host]
        carried, beside = nics.get(expected.nic), nics.get(other)
        have = carried.total if carried is not None else 0
        findings.append(
            Finding(
                have >= moved > 0,
                f"{host} {expected.nic}",
                _mib(have),
                f"no less than the stream's {_mib(moved)}",
            )
        )
        if beside is not None:
            limit = max(MANAGEMENT_SHARE * moved, BULK_BYTES)
            findings.append(
                Finding(
                    beside.total <= limit, f"{host} {other}", _mib(beside.total), f"at most {_mib(limit)}"
                )
            )
    return findings


def judge_pinholes(observed: Observed, streams: list[Seen], expected: Expected) -> list[Finding]:
    """One pinhole for each port of the stream, open before it begins and gone after it."""
    findings = []
    begun = {
        (each.connection.client.address, each.connection.server): each.connection.syn_at for each in streams
    }
    if not observed.openings:
        findings.append(Finding(False, "pinhole", "none was seen to open", "one for each port of the stream"))
    first = min((at for at in begun.values() if at is not None), default=None)
    for each in observed.openings:
        hole = each.pinhole
        fits = any((hole.source, hole.destination, hole.port) == (c, s.address, s.port) for c, s in begun)
        opened = (
            "" if first is None else f", opened {1000 * (first - each.opened_at):.0f} ms before the stream"
        )
        closed = (
            "still open"
            if each.closed_at is None
            else f"closed {each.closed_at - each.opened_at:.2f} s later"
        )
        in_time = first is not None and each.opened_at <= first
        findings.append(
            Finding(
                fits and in_time and each.closed_at is not None,
                "pinhole",
                f"{hole}{opened}, {closed}",
                f"for {expected.source_address} and the stream's port alone, open before it, closed after it",
            )
        )
    left = ", ".join(map(str, observed.left_open))
    findings.append(Finding(not observed.left_open, "pinholes left", left or "none", "none"))
    return findings


def judge_intruder(observed: Observed) -> list[Finding]:
    """The intruder tried every door often enough, and nobody answered: by its own account and by the capture's."""
    report = observed.intruder
    assert report is not None
    answers = sorted({str(Endpoint(each.address, each.port)) for each in report.answers})
    on_wire = {
        str(each.server)
        for captured in observed.captured
        for each in captured.connections
        if each.client.address in observed.intruder_addresses and each.syn_ack_at is not None
    }
    targets = ", ".join(observed.target_addresses)
    text = f"{report.rate:.0f} SYN/s, {report.sent} in all, {report.doors} doors ({targets}), each {report.fewest} times or more"
    return [
        Finding(
            report.rate >= LEAST_RATE and report.fewest > 0,
            "intruder",
            text,
            f"{LEAST_RATE:.0f}/s, every door",
        ),
        Finding(not answers, "SYN-ACKs it got", ", ".join(answers) or "none", "none"),
        _resets(report, observed.target_addresses),
        Finding(
            not on_wire, "SYN-ACKs on the wire", ", ".join(sorted(on_wire)) or "none to the intruder", "none"
        ),
    ]


def _resets(report: Report, targets: list[str]) -> Finding:
    """Each address refuses with resets: a door that only keeps silent would hold up whoever knocks for minutes.

    Not asked of link-local addresses: their resets leave by the host's first interface, whichever the knock came in by.
    """
    asked = [each for each in targets if not ip_address(each).is_link_local]
    sent = report.sent / max(len(targets), 1)
    told = {each: report.resets_from.get(each, 0) for each in asked}
    silent = [each for each, resets in told.items() if resets < LEAST_RESETS * sent]
    text = ", ".join(f"{resets} from {each}" for each, resets in told.items())
    return Finding(bool(asked) and not silent, "resets it got", text, f"{LEAST_RESETS:.0%} of the SYNs")


def judge_guest(observed: Observed, expected: Expected) -> list[Finding]:
    """One copy of the VM went on, and stood still no longer than it was stopped."""
    findings = [_placement(observed, expected)]
    wrong = check_records(observed.records, observed.before.next_slot) + check_samples(observed.samples)
    span = f"{observed.before.counter} to {observed.after.counter}"
    findings.append(
        Finding(
            not wrong and len(observed.records) > 1,
            "counter on disk",
            f"{span}: {len(observed.records)} values, each once, none skipped"
            if not wrong
            else "; ".join(wrong[:4]),
            "every value once",
        )
    )
    findings.append(_memory(observed))
    findings += _gap(observed, expected)
    return findings


def _placement(observed: Observed, expected: Expected) -> Finding:
    states = {}
    for host, listing in observed.domains.items():
        rows = [line.split(maxsplit=2) for line in listing.splitlines()]
        states[host] = next((row[2] for row in rows if len(row) == 3 and row[1] == expected.vm), "not there")
    right = states.get(expected.destination) == "running" and states.get(expected.source) in (
        "not there",
        "shut off",
    )
    text = ", ".join(f"{host}: {state}" for host, state in states.items())
    return Finding(right, f"{expected.vm} by virsh", text, f"running on {expected.destination} alone")


def _memory(observed: Observed) -> Finding:
    """Read past the guest before and after; the guest has written every value in between to its disk, too."""
    before, after = observed.memory_before, observed.memory_after
    records = [each for each in observed.records if each is not None]
    trail = {each.memory_counter for each in records}
    # Each is read between two ticks: the first may be the value before the trail, the last the one not yet written.
    known = {min(trail) - 1, max(trail) + 1} | trail if trail else set()
    boots = {before.boot, after.boot, *(each.boot for each in records)}
    ok = before.counter < after.counter and {before.counter, after.counter} <= known
    ok = ok and len(boots) == 1 and before.disk_errors == after.disk_errors
    text = f"{before.counter} to {after.counter}; on disk {min(trail, default=0)} to {max(trail, default=0)}"
    told = (
        f"{text}, same boot, no disk error"
        if ok
        else f"{text}, {len(boots)} boots, {after.disk_errors} disk errors"
    )
    return Finding(
        ok, "counter in memory", told, "grown, both values in the disk's trail, same boot, no disk error"
    )


def _gap(observed: Observed, expected: Expected) -> list[Finding]:
    try:
        downtime = downtime_of(observed.events, expected.vm, expected.source, expected.destination)
        found = gaps(observed.samples, observed.records, downtime.resumed_at)
    except (DowntimeError, TrailError) as unknown:
        return [
            Finding(False, "downtime", str(unknown), "a stop on the source, then a start on the destination")
        ]
    text = f"{_ms(downtime.seconds)} between QEMU's STOP on {expected.source} and RESUME on {expected.destination}"
    at_switch = [each for each in found if each.meets(downtime.stopped_at, downtime.resumed_at)]
    others = [each for each in found if each not in at_switch]
    findings = [Finding(True, "downtime", text)]
    findings += [judge_gap("gap at the switch", each, downtime.seconds) for each in at_switch[:1]]
    return findings + [judge_gap("longest other gap", each, 0.0) for each in others[:1]]


def judge_gap(subject: str, gap: Gap, stopped: float) -> Finding:
    """No longer than the downtime and one tick.

    On a busy machine an emulated guest's tick may come late, or reach the disk late, though nobody stopped the guest: the tick
    counts as long as it was by the guest's own clock, which stands while the VM is stopped, but never longer than a limit.
    """
    tick = min(max(TICK_SECONDS, gap.tick) + gap.lag, LONGEST_TICK_SECONDS)
    parts = f"downtime {_ms(stopped)} + tick {_ms(tick)}" if stopped else f"tick {_ms(tick)}"
    return Finding(
        gap.seconds <= stopped + tick + RESOLUTION_SECONDS,
        subject,
        f"{_ms(gap.seconds)} after value {gap.after_counter} ({parts})",
        f"at most {_ms(stopped + tick)} (read to {_ms(RESOLUTION_SECONDS)})",
    )


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def _mib(count: float) -> str:
    return f"{count / (1 << 20):.1f} MiB" if count >= 1 << 20 else f"{count / 1024:.1f} KiB"
