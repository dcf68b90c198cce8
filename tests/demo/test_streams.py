"""Tests of reassembly, of finding the marker and of telling what a connection carries."""

from __future__ import annotations

import random
import unittest

from demo.frames import ACK, tcp_frame
from demo.packets import FIN, RST, SYN, Endpoint, Segment, tcp_segment
from demo.streams import HEAD_BYTES, Carried, Connection, MarkerSearch, StreamTable, classify

CLIENT = Endpoint("10.62.0.11", 40000)
SERVER = Endpoint("10.62.0.12", 61000)
MARKER = b"droveway-marker"
STARTTLS = b"\0\0\0\3" + b"IHAVEOPT" + bytes((0, 0, 0, 5, 0, 0, 0, 0))
GO = b"IHAVEOPT" + bytes((0, 0, 0, 7, 0, 0, 0, 8))


def segment(
    source: Endpoint, target: Endpoint, sequence: int, flags: int, payload: bytes = b"", at: float = 1.0
) -> Segment:
    made = tcp_segment(at, tcp_frame(source, target, sequence, flags, payload))
    assert made is not None
    return made


def sent(sequence: int, payload: bytes) -> Segment:
    return segment(CLIENT, SERVER, sequence, ACK, payload)


def only(segments: list[Segment]) -> Connection:
    table = StreamTable("mig0", MARKER)
    table.take_all(segments)
    found = table.connections()
    assert len(found) == 1, found
    return found[0]


def handshake(first: int = 1000) -> list[Segment]:
    return [
        segment(CLIENT, SERVER, first, SYN, at=1.0),
        segment(SERVER, CLIENT, 5000, SYN | ACK, at=1.1),
        segment(CLIENT, SERVER, first + 1, ACK, at=1.2),
    ]


class TestMarkerSearch(unittest.TestCase):
    def test_finds_the_marker_whatever_the_border_cuts(self) -> None:
        text = b"..." + MARKER + b"........" + MARKER + MARKER + b"."
        for size in range(1, len(text) + 1):
            with self.subTest(size=size):
                search = MarkerSearch(MARKER)
                for begin in range(0, len(text), size):
                    search.feed(text[begin : begin + size])
                self.assertEqual(search.found, 3)

    def test_counts_a_marker_that_overlaps_itself_like_one_whole_text(self) -> None:
        text = b"aaaaaaa"
        for size in range(1, 8):
            search = MarkerSearch(b"aa")
            for begin in range(0, len(text), size):
                search.feed(text[begin : begin + size])
            self.assertEqual(search.found, 3, size)

    def test_finds_nothing_in_all_but_the_last_byte(self) -> None:
        search = MarkerSearch(MARKER)
        search.feed(MARKER[:-1])
        search.feed(b"?" + MARKER[1:])
        self.assertEqual(search.found, 0)

    def test_refuses_an_empty_marker(self) -> None:
        with self.assertRaises(ValueError):
            MarkerSearch(b"")


class TestStreams(unittest.TestCase):
    def test_names_client_server_and_times(self) -> None:
        found = only(handshake() + [sent(1001, b"QEVM....")])
        self.assertEqual((found.client, found.server, found.interface), (CLIENT, SERVER, "mig0"))
        self.assertEqual((found.syn_at, found.syn_ack_at), (1.0, 1.1))
        self.assertTrue(found.established and found.complete)

    def test_puts_any_order_together_with_repeats_and_overlaps(self) -> None:
        text = bytes(random.Random(1).randbytes(5000))
        text = text[:2000] + MARKER + text[2000:]
        for seed in range(20):
            shuffled = random.Random(seed)
            pieces = []
            for begin in range(0, len(text), 97):
                early = max(0, begin - shuffled.randrange(50))
                pieces.append(sent(1001 + early, text[early : begin + 97]))
            pieces += shuffled.sample(pieces, 10)
            shuffled.shuffle(pieces)
            found = only(handshake() + pieces)
            self.assertEqual((found.sent.bytes, found.markers, found.complete), (len(text), 1, True), seed)
            self.assertEqual(found.sent.head, text[:HEAD_BYTES])

    def test_goes_on_where_sequence_numbers_wrap(self) -> None:
        first = 2**32 - 10
        found = only(
            handshake(first) + [sent(first + 1, b"x" * 20 + MARKER[:7]), sent(first + 28, MARKER[7:])]
        )
        self.assertEqual((found.sent.bytes, found.markers), (20 + len(MARKER), 1))

    def test_knows_that_a_byte_is_missing(self) -> None:
        found = only(handshake() + [sent(1001, b"abc"), sent(1005, b"efg")])
        self.assertFalse(found.complete)
        self.assertEqual(found.sent.bytes, 3)

    def test_knows_that_the_begin_is_missing(self) -> None:
        self.assertFalse(only([sent(1001, b"abc")]).complete)

    def test_finds_the_marker_in_the_answer_too(self) -> None:
        found = only(handshake() + [segment(SERVER, CLIENT, 5001, ACK, MARKER)])
        self.assertEqual((found.sent.markers, found.received.markers), (0, 1))

    def test_knows_a_refused_connection(self) -> None:
        found = only([segment(CLIENT, SERVER, 1, SYN), segment(SERVER, CLIENT, 0, RST | ACK)])
        self.assertFalse(found.established)
        self.assertEqual((found.resets, found.carried), (1, Carried.NOTHING))

    def test_keeps_two_uses_of_the_same_ports_apart(self) -> None:
        table = StreamTable("mig0", MARKER)
        table.take_all(handshake() + [sent(1001, b"first"), segment(CLIENT, SERVER, 1006, FIN | ACK)])
        table.take_all(handshake(9000) + [sent(9001, b"second!")])
        self.assertEqual([each.sent.bytes for each in table.connections()], [5, 7])

    def test_tells_the_server_of_a_connection_that_began_before_the_capture_from_its_reset(self) -> None:
        found = only([segment(SERVER, CLIENT, 0, RST | ACK)])
        self.assertEqual(found.server, SERVER)


class TestClassify(unittest.TestCase):
    def test_tells_by_the_first_bytes(self) -> None:
        for client, server, expected in (
            (b"\x16\x03\x01\x02\x00\x01", b"\x16\x03\x03", Carried.TLS),
            (b"QEVM\0\0\0\3", b"", Carried.QEMU),
            (b"\0\0\0\3", b"NBDMAGICIHAVEOPT", Carried.NBD),
            (STARTTLS, b"NBDMAGICIHAVEOPT", Carried.NBD),
            (STARTTLS + b"\x16\x03\x01", b"NBDMAGICIHAVEOPT", Carried.NBD_TLS),
            (STARTTLS + GO, b"NBDMAGICIHAVEOPT", Carried.NBD),
            (b"\0\0\0\3" + GO + b"\x16\x03\x01", b"NBDMAGICIHAVEOPT", Carried.NBD),
            (b"GET / HTTP/1.1\r\n", b"", Carried.OTHER),
            (b"\x16", b"", Carried.OTHER),
            (b"", b"", Carried.NOTHING),
        ):
            self.assertEqual(classify(client, server), expected)


if __name__ == "__main__":
    unittest.main()
