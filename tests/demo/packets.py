"""Reads captures (the classic pcap format) and takes TCP segments out of Ethernet frames."""

from __future__ import annotations

import ipaddress
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

FIN = 0x01
SYN = 0x02
RST = 0x04
ACK = 0x10

_ETHERNET = 1
_IPV4 = 0x0800
_IPV6 = 0x86DD
_VLAN = 0x8100
_TCP = 6
_IPV6_EXTENSIONS = (0, 43, 60)


class CaptureFormatError(Exception):
    """A capture that cannot be read; the observer then knows nothing, and says so."""


@dataclass(frozen=True)
class Endpoint:
    """One end of a TCP connection."""

    address: str
    port: int

    def __str__(self) -> str:
        return f"[{self.address}]:{self.port}" if ":" in self.address else f"{self.address}:{self.port}"


@dataclass(frozen=True)
class Segment:
    """One TCP segment as captured; time in seconds of the machine's clock."""

    time: float
    source: Endpoint
    destination: Endpoint
    sequence: int
    flags: int
    payload: bytes

    @property
    def syn(self) -> bool:
        """The first step of a connection."""
        return self.flags & (SYN | ACK | RST) == SYN

    @property
    def syn_ack(self) -> bool:
        """The answer of somebody who listens."""
        return self.flags & (SYN | ACK | RST) == SYN | ACK

    @property
    def reset(self) -> bool:
        """A refusal, or a connection thrown away."""
        return self.flags & RST != 0


def read_capture(stream: BinaryIO) -> Iterator[tuple[float, bytes]]:
    """Yields time and frame of each packet; a frame that was cut short when captured is an error, not a shorter frame."""
    header = stream.read(24)
    if len(header) < 24:
        raise CaptureFormatError(f"capture has {len(header)} bytes, needed a header of 24")
    order, fraction = _byte_order(header[:4])
    link = struct.unpack(order + "I", header[20:24])[0] & 0x0FFFFFFF
    if link != _ETHERNET:
        raise CaptureFormatError(f"capture has link type {link}, needed {_ETHERNET} (Ethernet)")
    record = struct.Struct(order + "IIII")
    while head := stream.read(16):
        if len(head) < 16:
            raise CaptureFormatError("capture ends within the head of a packet")
        seconds, part, captured, length = record.unpack(head)
        frame = stream.read(captured)
        if len(frame) < captured:
            raise CaptureFormatError(f"capture ends within a packet: found {len(frame)} of {captured} bytes")
        if captured < length:
            raise CaptureFormatError(
                f"packet of {length} bytes was cut to {captured}: capture with a longer snapshot"
            )
        yield seconds + part * fraction, frame


def _byte_order(magic: bytes) -> tuple[str, float]:
    for order in ("<", ">"):
        value = struct.unpack(order + "I", magic)[0]
        if value == 0xA1B2C3D4:
            return order, 1e-6
        if value == 0xA1B23C4D:
            return order, 1e-9
    raise CaptureFormatError(f"capture begins with {magic.hex()}, which is not pcap")


def tcp_segment(time: float, frame: bytes) -> Segment | None:
    """The TCP segment in an Ethernet frame, or None if it carries something else (a later IP fragment too)."""
    if len(frame) < 14:
        return None
    kind, offset = struct.unpack_from("!H", frame, 12)[0], 14
    if kind == _VLAN and len(frame) >= 18:
        kind, offset = struct.unpack_from("!H", frame, 16)[0], 18
    if kind == _IPV4:
        return _from_ipv4(time, frame, offset)
    if kind == _IPV6:
        return _from_ipv6(time, frame, offset)
    return None


def _from_ipv4(time: float, frame: bytes, offset: int) -> Segment | None:
    if len(frame) < offset + 20 or frame[offset + 9] != _TCP:
        return None
    if struct.unpack_from("!H", frame, offset + 6)[0] & 0x1FFF:
        return None
    total = struct.unpack_from("!H", frame, offset + 2)[0]
    # A veth hands over super-segments of up to 64 KiB; some kernels leave the length of the largest at 0.
    end = offset + total if total else len(frame)
    source, destination = frame[offset + 12 : offset + 16], frame[offset + 16 : offset + 20]
    return _segment(time, frame, offset + 4 * (frame[offset] & 15), end, source, destination)


def _from_ipv6(time: float, frame: bytes, offset: int) -> Segment | None:
    if len(frame) < offset + 40:
        return None
    length = struct.unpack_from("!H", frame, offset + 4)[0]
    following, at = frame[offset + 6], offset + 40
    end = at + length if length else len(frame)
    while following in _IPV6_EXTENSIONS and len(frame) >= at + 8:
        following, at = frame[at], at + 8 * (frame[at + 1] + 1)
    if following != _TCP:
        return None
    source, destination = frame[offset + 8 : offset + 24], frame[offset + 24 : offset + 40]
    return _segment(time, frame, at, end, source, destination)


def _segment(
    time: float, frame: bytes, at: int, end: int, source: bytes, destination: bytes
) -> Segment | None:
    if len(frame) < at + 20:
        return None
    from_port, to_port, sequence = struct.unpack_from("!HHI", frame, at)
    payload = frame[at + 4 * (frame[at + 12] >> 4) : end]
    return Segment(
        time,
        Endpoint(_text(source), from_port),
        Endpoint(_text(destination), to_port),
        sequence,
        frame[at + 13],
        payload,
    )


def _text(address: bytes) -> str:
    if len(address) == 4:
        return "%d.%d.%d.%d" % tuple(address)
    return str(ipaddress.IPv6Address(address))
