"""Tests of the judgement: what is as it should be passes, and each finding fails when its subject is broken."""

from __future__ import annotations

import unittest
from collections.abc import Callable
from dataclasses import replace

from demo.capture import Captured
from demo.downtime import QemuEvent
from demo.frames import ACK, tcp_frame
from demo.guest import Header, MemoryPage, Record, Sample
from demo.intruder import Answer, Report
from demo.judgement import Expected, judge
from demo.nics import NicBytes
from demo.observer import Observed
from demo.packets import FIN, RST, SYN, Endpoint, tcp_segment
from demo.pinholes import Opening, Pinhole
from demo.streams import StreamTable

MARKER = b"DROVEWAY-MARKER-vm1"
SIZE = 2 << 20
CLIENT, SERVER = Endpoint("10.62.0.11", 40000), Endpoint("10.62.0.12", 61003)
PROVER = Endpoint("10.62.0.11", 39999)
INTRUDER = Endpoint("10.62.0.66", 20001)
HOLE = Pinhole("10.62.0.11", "10.62.0.12", 61003)
SECURE = Expected("vm1", "h1", "h2", "10.62.0.11", "10.62.0.12", "mig0", True, SIZE)
INSECURE = replace(SECURE, secure=False)
TLS = b"\x16\x03\x01\x02\x00\x01".ljust(64, b"\x99")
PLAIN = b"QEVM\0\0\0\3" + MARKER
STARTTLS = b"\0\0\0\3IHAVEOPT" + bytes((0, 0, 0, 5, 0, 0, 0, 0)) + TLS
NBD = b"\0\0\0\3IHAVEOPT" + bytes((0, 0, 0, 7, 0, 0, 0, 0)) + MARKER
GREETING = b"NBDMAGICIHAVEOPT\0\3"
PLACES = (("h1", "mig0"), ("h2", "mig0"))
EVERYWHERE = (("h1", "mgmt0"), ("h1", "mig0"), ("h2", "mgmt0"), ("h2", "mig0"))
Frame = tuple[float, bytes]


def conversation(
    client: Endpoint, server: Endpoint, begin: float, payload: bytes, answer: bytes = b""
) -> list[Frame]:
    """A whole connection, in pieces of 32 KiB."""
    frames = [(begin, tcp_frame(client, server, 99, SYN)), (begin, tcp_frame(server, client, 199, SYN | ACK))]
    for at in range(0, len(payload), 32768):
        frames.append((begin + 0.01, tcp_frame(client, server, 100 + at, ACK, payload[at : at + 32768])))
    if answer:
        frames.append((begin + 0.01, tcp_frame(server, client, 200, ACK, answer)))
    return frames + [(begin + 0.02, tcp_frame(client, server, 100 + len(payload), FIN | ACK))]


def captured(frames: dict[tuple[str, str], list[Frame]]) -> list[Captured]:
    found = []
    for host, nic in EVERYWHERE:
        table = StreamTable(nic, MARKER)
        for at, frame in frames.get((host, nic), []):
            segment = tcp_segment(at, frame)
            assert segment is not None
            table.take(segment)
        found.append(Captured(host, nic, table.connections(), len(frames.get((host, nic), []))))
    return found


def wire(head: bytes, places: tuple[tuple[str, str], ...] = PLACES) -> list[Captured]:
    """The proof of the way, the stream, and the intruder's knocking."""
    stream = head.ljust(SIZE, b"\x77")
    frames = conversation(PROVER, SERVER, 9.0, b"n" * 32, b"a" * 32) + conversation(
        CLIENT, SERVER, 10.0, stream
    )
    knocking = [
        (10.1, tcp_frame(INTRUDER, SERVER, 1, SYN)),
        (10.1, tcp_frame(SERVER, INTRUDER, 0, RST | ACK)),
    ]
    return captured({place: frames + (knocking if place == ("h2", "mig0") else []) for place in places})


def observed(head: bytes = TLS) -> Observed:
    """A migration at second 10, with the CPUs stopped from 12.0 to 12.05."""
    times = [9.0 + 0.1 * n + (0.05 if n > 30 else 0) for n in range(60)]
    big, small = NicBytes(SIZE + 5000, 5000), NicBytes(40000, 60000)
    listing = " Id   Name   State\n----\n 2    vm1    running\n"
    return Observed(
        captured=wire(head),
        nics={"h1": {"mig0": big, "mgmt0": small}, "h2": {"mig0": big, "mgmt0": small}},
        openings=[Opening(HOLE, 8.5, 12.2)],
        left_open=[],
        events=[QemuEvent("h1", "vm1", "STOP", 12.0), QemuEvent("h2", "vm1", "RESUME", 12.05)],
        samples=[Sample(at, 500 + n) for n, at in enumerate(times)],
        before=Header(0, 1000, 499, 7),
        after=Header(60, 1000, 559, 7),
        records=[Record(n, 500 + n, 300 + n, 7, 1000 * n) for n in range(60)],
        memory_before=MemoryPage(299, 7, 0),
        memory_after=MemoryPage(359, 7, 0),
        domains={"h1": " Id   Name   State\n", "h2": listing},
        intruder=Report(8.0, 13.0, 4000, 4000, [], 9, 400, {"10.62.0.12": 3990}),
        intruder_addresses=["10.62.0.66"],
        target_addresses=["10.62.0.12"],
    )


def faults(seen: Observed, expected: Expected = SECURE) -> set[str]:
    return {each.subject for each in judge(seen, expected) if not each.ok}


def delayed(samples: list[Sample], seconds: float) -> list[Sample]:
    """The VM stood still for longer at the switch, whatever the events say."""
    return [replace(each, time=each.time + seconds) if each.time > 12.05 else each for each in samples]


def with_disk(disk_head: bytes, memory: tuple[bytes, ...] = (TLS, TLS, TLS)) -> Observed:
    """A migration whose memory took three connections, and that copied one disk."""
    port = Endpoint(SERVER.address, SERVER.port + 1)
    frames: list[Frame] = []
    for number, head in enumerate(memory):
        client = Endpoint(CLIENT.address, CLIENT.port + number)
        frames += conversation(client, SERVER, 10.0, head.ljust(SIZE // len(memory) + 1, b"\x77"))
    frames += conversation(
        Endpoint(CLIENT.address, 41000), port, 9.5, disk_head.ljust(SIZE, b"\x77"), GREETING
    )
    carried = NicBytes(3 * SIZE, 5000)
    seen = observed()
    return replace(
        seen,
        captured=captured({place: frames for place in PLACES}),
        openings=[*seen.openings, Opening(replace(HOLE, port=port.port), 8.5, 10.2)],
        nics={host: {"mig0": carried, "mgmt0": NicBytes(40000, 60000)} for host in ("h1", "h2")},
    )


WITH_DISK = replace(SECURE, disks=1, connections=2)


def with_sample(begin: float, payload: bytes) -> Observed:
    """The proof of the way has a sample of its throughput behind it."""
    proof = conversation(PROVER, SERVER, begin, payload, b"a" * 32)
    frames = proof + conversation(CLIENT, SERVER, 10.0, TLS.ljust(SIZE, b"\x77"))
    return replace(observed(), captured=captured({place: frames for place in PLACES}))


class TestSample(unittest.TestCase):
    def test_passes_a_sample_before_the_stream(self) -> None:
        self.assertEqual(faults(with_sample(9.0, b"n" * (4 << 20))), set())

    def test_finds_one_beside_the_stream(self) -> None:
        self.assertLessEqual({"first bytes", "connections"}, faults(with_sample(10.0, b"n" * (4 << 20))))

    def test_finds_the_vm_in_it(self) -> None:
        self.assertIn("first bytes", faults(with_sample(9.0, (b"n" * 4000 + MARKER) * 1000)))

    def test_finds_one_that_is_larger_than_a_sample(self) -> None:
        self.assertIn("first bytes", faults(with_sample(9.0, b"n" * (34 << 20))))

    def test_finds_a_stream_in_disguise(self) -> None:
        self.assertIn("first bytes", faults(observed(b"n" * 64)))


class TestDisks(unittest.TestCase):
    def test_passes_a_secure_copy_over_several_connections(self) -> None:
        self.assertEqual(faults(with_disk(STARTTLS), WITH_DISK), set())

    def test_finds_a_disk_in_clear(self) -> None:
        self.assertEqual(faults(with_disk(NBD), WITH_DISK), {"first bytes", "marker in memory"})

    def test_finds_one_connection_in_clear(self) -> None:
        found = faults(with_disk(STARTTLS, (TLS, TLS, b"\x11\x22\x33\x44")), WITH_DISK)
        self.assertEqual(found, {"first bytes"})

    def test_finds_a_connection_too_few(self) -> None:
        self.assertEqual(faults(with_disk(STARTTLS, (TLS, TLS)), WITH_DISK), {"connections"})

    def test_finds_a_disk_that_nobody_expected(self) -> None:
        self.assertEqual(faults(with_disk(STARTTLS), replace(WITH_DISK, disks=0)), {"connections"})

    def test_passes_an_insecure_copy(self) -> None:
        expected = replace(WITH_DISK, secure=False, connections=0)
        self.assertEqual(faults(with_disk(NBD, (PLAIN,)), expected), set())


class TestJudgement(unittest.TestCase):
    def test_passes_a_secure_migration(self) -> None:
        self.assertEqual(faults(observed()), set())

    def test_passes_an_insecure_migration(self) -> None:
        self.assertEqual(faults(observed(PLAIN), INSECURE), set())

    def test_tells_plain_from_secure_both_ways(self) -> None:
        self.assertEqual(faults(observed(PLAIN)), {"first bytes", "marker in memory"})
        self.assertEqual(faults(observed(), INSECURE), {"first bytes", "marker in memory"})

    def test_notices_the_marker_in_a_stream_that_begins_like_tls(self) -> None:
        self.assertEqual(faults(observed(TLS + MARKER)), {"marker in memory"})

    def test_notices_another_interface(self) -> None:
        seen = replace(observed(), captured=wire(TLS, (("h1", "mgmt0"), ("h2", "mgmt0"))))
        self.assertIn("interfaces", faults(seen))

    def test_notices_a_copy_on_another_interface(self) -> None:
        self.assertIn(
            "interfaces", faults(replace(observed(), captured=wire(TLS, (*PLACES, ("h2", "mgmt0")))))
        )

    def test_notices_other_addresses(self) -> None:
        self.assertIn("stream", faults(observed(), replace(SECURE, source_address="10.61.0.11")))

    def test_notices_that_there_was_no_stream(self) -> None:
        self.assertIn("stream", faults(replace(observed(), captured=captured({}))))

    def test_notices_a_stream_too_small_for_the_vm(self) -> None:
        self.assertEqual(faults(observed(), replace(SECURE, random_bytes=SIZE + 1)), {"size of the stream"})

    def test_notices_a_hole_in_the_capture(self) -> None:
        frames = conversation(PROVER, SERVER, 9.0, b"n" * 32) + conversation(
            CLIENT, SERVER, 10.0, TLS.ljust(SIZE)
        )
        del frames[20]
        self.assertIn(
            "capture", faults(replace(observed(), captured=captured({place: frames for place in PLACES})))
        )

    def test_notices_somebody_who_connects_once_the_stream_runs(self) -> None:
        frames = conversation(CLIENT, SERVER, 10.0, TLS.ljust(SIZE)) + conversation(
            PROVER, SERVER, 10.5, b"n"
        )
        seen = replace(observed(), captured=captured({place: frames for place in PLACES}))
        self.assertEqual(faults(seen), {"proof of the way"})

    def test_notices_an_address_that_keeps_silent(self) -> None:
        seen = observed()
        assert seen.intruder is not None
        quiet = replace(seen.intruder, resets_from={"10.62.0.12": 3})
        self.assertEqual(faults(replace(seen, intruder=quiet)), {"resets it got"})

    def test_link_local_addresses_may_keep_silent(self) -> None:
        seen = replace(observed(), target_addresses=["10.62.0.12", "fe80::12"])
        self.assertEqual(faults(seen), set())

    def test_notices_each_other_fault(self) -> None:
        good = observed()
        report = good.intruder
        assert report is not None
        small, big = NicBytes(10, 10), NicBytes(SIZE, SIZE)
        changes: dict[str, Callable[[], Observed]] = {
            "h1 mgmt0": lambda: replace(good, nics={**good.nics, "h1": {**good.nics["h1"], "mgmt0": big}}),
            "h2 mig0": lambda: replace(good, nics={**good.nics, "h2": {**good.nics["h2"], "mig0": small}}),
            "pinholes left": lambda: replace(good, left_open=[HOLE]),
            "intruder": lambda: replace(good, intruder=replace(report, sent=900)),
            "SYN-ACKs it got": lambda: replace(
                good, intruder=replace(report, answers=[Answer(9, "10.62.0.12", 61003)])
            ),
            "counter in memory": lambda: replace(good, memory_after=MemoryPage(359, 8, 0)),
            "vm1 by virsh": lambda: replace(
                good, domains={"h1": good.domains["h2"], "h2": good.domains["h2"]}
            ),
            "downtime": lambda: replace(good, events=good.events[:1]),
            "gap at the switch": lambda: replace(good, samples=delayed(good.samples, 0.04)),
        }
        for subject, change in changes.items():
            with self.subTest(subject=subject):
                self.assertEqual(faults(change()), {subject})

    def test_notices_an_intruder_that_left_a_door_out(self) -> None:
        report = observed().intruder
        assert report is not None
        self.assertEqual(faults(replace(observed(), intruder=replace(report, fewest=0))), {"intruder"})

    def test_notices_an_answer_to_the_intruder_on_the_wire(self) -> None:
        frames = [
            (10.1, tcp_frame(INTRUDER, SERVER, 1, SYN)),
            (10.1, tcp_frame(SERVER, INTRUDER, 0, SYN | ACK)),
        ]
        seen = observed()
        seen.captured += captured({("h2", "mig0"): frames})
        self.assertEqual(faults(seen), {"SYN-ACKs on the wire"})

    def test_notices_a_pinhole_that_opened_late_or_stayed_or_was_for_somebody_else(self) -> None:
        for opening in (
            Opening(HOLE, 10.5, 12.2),
            Opening(HOLE, 8.5, None),
            Opening(replace(HOLE, source="10.62.0.66"), 8.5, 12.2),
            Opening(replace(HOLE, port=61004), 8.5, 12.2),
        ):
            self.assertEqual(faults(replace(observed(), openings=[opening])), {"pinhole"})
        self.assertEqual(faults(replace(observed(), openings=[])), {"pinhole"})

    def test_notices_counters_that_repeat_skip_or_fall(self) -> None:
        good = observed()
        skipped = [each for each in good.records if each is None or each.counter != 520] + [None]
        self.assertIn("counter on disk", faults(replace(good, records=skipped)))
        fallen = good.samples[:10] + [Sample(good.samples[9].time + 0.05, 505)] + good.samples[10:]
        self.assertIn("counter on disk", faults(replace(good, samples=fallen)))

    def test_takes_a_late_tick_of_the_guests_own_for_what_it_is(self) -> None:
        good = observed()
        late = [
            replace(each, tsc=each.tsc + (600 if n > 30 else 0))
            for n, each in enumerate(good.records)
            if each
        ]
        seen = replace(good, samples=delayed(good.samples, 0.06), records=[*late])
        self.assertEqual(faults(seen), set())


if __name__ == "__main__":
    unittest.main()
