"""Advertises an IPv6 prefix on a link, as a router does that is no way out: ``python3 -m addresses.advertise LINK PREFIX/64``."""

from __future__ import annotations

import ipaddress
import socket
import struct
import sys

_ADVERTISEMENT = 134
_PREFIX_OPTION = 3
_ON_LINK_AND_AUTONOMOUS = 0xC0
_VALID_SECONDS, _PREFERRED_SECONDS = 86400, 14400
_ALL_NODES = "ff02::1"
_HOPS = 255


def advertisement(prefix: ipaddress.IPv6Network) -> bytes:
    """A router advertisement (RFC 4861) with one prefix; its checksum is the kernel's to fill in."""
    head = struct.pack("!BBHBBHII", _ADVERTISEMENT, 0, 0, 64, 0, 0, 0, 0)
    option = struct.pack(
        "!BBBBIII",
        _PREFIX_OPTION,
        4,
        prefix.prefixlen,
        _ON_LINK_AND_AUTONOMOUS,
        _VALID_SECONDS,
        _PREFERRED_SECONDS,
        0,
    )
    return head + option + prefix.network_address.packed


def main(link: str, prefix: str) -> None:
    """Sends one advertisement to all who listen on the link."""
    number = socket.if_nametoindex(link)
    with socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6) as out:
        out.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, _HOPS)
        out.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, number)
        out.sendto(advertisement(ipaddress.IPv6Network(prefix)), (_ALL_NODES, 0, 0, number))


if __name__ == "__main__":
    main(*sys.argv[1:])
