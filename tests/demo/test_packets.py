"""Tests of reading captures and frames."""

from __future__ import annotations

import io
import struct
import unittest

from demo.frames import ACK, capture, tcp_frame
from demo.packets import RST, SYN, CaptureFormatError, Endpoint, read_capture, tcp_segment

ONE = Endpoint("10.62.0.11", 40000)
TWO = Endpoint("10.62.0.12", 61000)


class TestPackets(unittest.TestCase):
    def test_reads_both_byte_orders_and_both_clocks(self) -> None:
        frame = tcp_frame(ONE, TWO, 7, SYN)
        for order in ("<", ">"):
            for nanoseconds in (False, True):
                with self.subTest(order=order, nanoseconds=nanoseconds):
                    made = capture([(100.25, frame), (100.5, frame)], order, nanoseconds)
                    found = list(read_capture(io.BytesIO(made)))
                    self.assertEqual([at for at, _ in found], [100.25, 100.5])
                    self.assertEqual(found[0][1], frame)

    def test_reads_a_segment_of_ipv4_and_of_ipv6(self) -> None:
        for one, two in ((ONE, TWO), (Endpoint("fd00::11", 40000), Endpoint("fd00::12", 61000))):
            with self.subTest(source=str(one)):
                segment = tcp_segment(1.0, tcp_frame(one, two, 7, ACK, b"payload"))
                assert segment is not None
                self.assertEqual((segment.source, segment.destination), (one, two))
                self.assertEqual((segment.sequence, segment.payload), (7, b"payload"))

    def test_leaves_out_the_padding_of_a_short_frame(self) -> None:
        segment = tcp_segment(1.0, tcp_frame(ONE, TWO, 7, ACK) + b"\0" * 6)
        assert segment is not None
        self.assertEqual(segment.payload, b"")

    def test_takes_a_super_segment_without_length_as_long_as_it_is(self) -> None:
        frame = bytearray(tcp_frame(ONE, TWO, 7, ACK, b"x" * 100))
        frame[16:18] = b"\0\0"
        segment = tcp_segment(1.0, bytes(frame))
        assert segment is not None
        self.assertEqual(len(segment.payload), 100)

    def test_tells_syn_and_syn_ack_and_reset_apart(self) -> None:
        for flags, expected in (
            (SYN, (1, 0, 0)),
            (SYN | ACK, (0, 1, 0)),
            (RST | ACK, (0, 0, 1)),
            (ACK, (0, 0, 0)),
        ):
            segment = tcp_segment(1.0, tcp_frame(ONE, TWO, 7, flags))
            assert segment is not None
            self.assertEqual((segment.syn, segment.syn_ack, segment.reset), tuple(map(bool, expected)))

    def test_passes_over_what_is_not_tcp(self) -> None:
        udp = bytearray(tcp_frame(ONE, TWO, 7, ACK))
        udp[23] = 17
        arp = b"\xff" * 12 + b"\x08\x06" + b"\0" * 28
        for frame in (bytes(udp), arp, b"short"):
            self.assertIsNone(tcp_segment(1.0, frame))

    def test_refuses_a_capture_that_is_cut_anywhere(self) -> None:
        whole = capture([(1.0, tcp_frame(ONE, TWO, 7, SYN))])
        for length in (10, 30, len(whole) - 1):
            with self.subTest(length=length), self.assertRaises(CaptureFormatError):
                list(read_capture(io.BytesIO(whole[:length])))

    def test_refuses_a_packet_that_was_captured_in_part(self) -> None:
        made = bytearray(capture([(1.0, tcp_frame(ONE, TWO, 7, SYN))]))
        made[36:40] = struct.pack("<I", 9000)
        with self.assertRaisesRegex(CaptureFormatError, "cut to"):
            list(read_capture(io.BytesIO(bytes(made))))

    def test_refuses_another_file(self) -> None:
        with self.assertRaisesRegex(CaptureFormatError, "not pcap"):
            list(read_capture(io.BytesIO(b"\x0a\x0d\x0d\x0a" + b"\0" * 40)))


if __name__ == "__main__":
    unittest.main()
