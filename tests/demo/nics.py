"""Counts the bytes on interfaces, from the kernel's own counters."""

from __future__ import annotations

import json
from dataclasses import dataclass

from demo.hosts import Host


@dataclass(frozen=True)
class NicBytes:
    """Bytes since the interface exists, or between two readings."""

    received: int
    sent: int

    def __sub__(self, earlier: NicBytes) -> NicBytes:
        return NicBytes(self.received - earlier.received, self.sent - earlier.sent)

    @property
    def total(self) -> int:
        """Both directions."""
        return self.received + self.sent


def read_nics(host: Host) -> dict[str, NicBytes]:
    """The counters of every interface of a host."""
    return parse_links(host.run(["ip", "-s", "-j", "link"]))


def parse_links(text: str) -> dict[str, NicBytes]:
    """Reads what ``ip -s -j link`` prints."""
    return {
        link["ifname"]: NicBytes(link["stats64"]["rx"]["bytes"], link["stats64"]["tx"]["bytes"])
        for link in json.loads(text)
    }
