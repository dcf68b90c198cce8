"""Makes frames and captures for the tests of the observer."""

from __future__ import annotations

import ipaddress
import struct

from demo.packets import Endpoint

ACK = 0x10
PUSH = 0x08


def tcp_frame(source: Endpoint, target: Endpoint, sequence: int, flags: int, payload: bytes = b"") -> bytes:
    """An Ethernet frame with a TCP segment (checksums are left at 0: the observer does not judge them)."""
    one, other = ipaddress.ip_address(source.address), ipaddress.ip_address(target.address)
    tcp = (
        struct.pack("!HHIIBBHHH", source.port, target.port, sequence % 2**32, 0, 5 << 4, flags, 64240, 0, 0)
        + payload
    )
    if one.version == 4:
        head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(tcp), 0, 0, 64, 6, 0) + one.packed + other.packed
        return b"\2" * 12 + b"\x08\x00" + head + tcp
    head = struct.pack("!IHBB", 6 << 28, len(tcp), 6, 64) + one.packed + other.packed
    return b"\2" * 12 + b"\x86\xdd" + head + tcp


def capture(frames: list[tuple[float, bytes]], order: str = "<", nanoseconds: bool = False) -> bytes:
    """A pcap file."""
    magic, fraction = (0xA1B23C4D, 1e9) if nanoseconds else (0xA1B2C3D4, 1e6)
    made = struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 262144, 1)
    for at, frame in frames:
        head = struct.pack(order + "IIII", int(at), round((at - int(at)) * fraction), len(frame), len(frame))
        made += head + frame
    return made
