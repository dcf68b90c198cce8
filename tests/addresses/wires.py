"""Which interfaces a migration's stream went over, by captures on both hosts."""

from __future__ import annotations

from pathlib import Path

from demo.capture import Capture
from demo.hosts import MANAGEMENT_NIC, MIGRATION_NIC, Host
from lab.identity import Lab

_BULK_BYTES = 1 << 20
_MARKER = b"not looked for"


class Wires:
    """Captures on management and migration NIC of the hosts, while the context lives."""

    def __init__(self, lab: Lab, *hosts: str) -> None:
        places = [Host(name, lab.namespace_path(name)) for name in hosts]
        nics = (MANAGEMENT_NIC, MIGRATION_NIC)
        self._captures = [Capture(host, nic, Path(lab.data)) for host in places for nic in nics]

    def __enter__(self) -> Wires:
        for capture in self._captures:
            capture.start()
        for capture in self._captures:
            capture.await_ready()
        return self

    def __exit__(self, *failure: object) -> None:
        for capture in self._captures:
            capture.stop()

    def streams(self) -> set[tuple[str, str, str, str]]:
        """Host, interface, source and destination address of every connection that carried 1 MiB or more."""
        found = [capture.read(_MARKER) for capture in self._captures]
        return {
            (one.host, one.interface, each.client.address, each.server.address)
            for one in found
            for each in one.connections
            if each.bytes >= _BULK_BYTES
        }
