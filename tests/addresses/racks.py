"""Two racks: the hosts' migration NICs on wires of their own, a router between them, one supernet over both."""

from __future__ import annotations

import json

from addresses.nics import NIC, MigrationNic
from lab.commands import run
from lab.identity import Lab
from lab.topology import MIGRATION, SWITCH

SUPERNET = "10.62.64.0/18"
_ROUTER = "router"
_SECOND_BRIDGE = "brrack"
_WIRES = ((MIGRATION.bridge, "rack1", "10.62.65"), (_SECOND_BRIDGE, "rack2", "10.62.66"))
"""Bridge, the router's NIC, the subnet's beginning."""


class Racks:
    """The first host stays on the lab's bridge, the other one gets a bridge of its own. `lab down` removes the router, too."""

    def __init__(self, lab: Lab, hosts: tuple[MigrationNic, MigrationNic]) -> None:
        self._switch = lab.namespace(SWITCH)
        self._router = lab.namespace(_ROUTER)
        self._hosts = hosts

    def build(self) -> tuple[str, str]:
        """Gives the two hosts' new addresses."""
        run(["ip", "netns", "add", self._router])
        self._ip(self._switch, "link", "add", _SECOND_BRIDGE, "type", "bridge", "forward_delay", "0")
        self._ip(self._switch, "link", "set", _SECOND_BRIDGE, "up")
        for bridge, nic, subnet in _WIRES:
            port = f"router-{nic}"
            self._ip(
                self._switch, "link", "add", port, "type", "veth", "peer", "name", nic, "netns", self._router
            )
            self._ip(self._switch, "link", "set", port, "master", bridge, "up")
            self._ip(self._router, "link", "set", nic, "up")
            self._ip(self._router, "address", "add", f"{subnet}.1/24", "dev", nic)
        run(["ip", "netns", "exec", self._router, "sysctl", "-qw", "net.ipv4.ip_forward=1"])
        return self._move(0), self._move(1)

    def _move(self, index: int) -> str:
        host, (bridge, _, subnet) = self._hosts[index], _WIRES[index]
        address = f"{subnet}.{10 + int(host.host[1:])}"
        host.switch_to(bridge)
        host.remove(f"{host.ipv4}/{MIGRATION.prefix}")
        host.add(f"{address}/24")
        host.ip("route", "add", SUPERNET, "via", f"{subnet}.1", "dev", NIC)
        return address

    def forwarded(self) -> int:
        """Bytes that came into the router from both racks."""
        links = json.loads(self._ip(self._router, "-s", "-j", "link"))
        return sum(link["stats64"]["rx"]["bytes"] for link in links if link["ifname"] != "lo")

    def remove(self) -> None:
        """Takes the router away; the hosts are restored by themselves."""
        run(["ip", "netns", "del", self._router])
        self._ip(self._switch, "link", "del", _SECOND_BRIDGE)

    @staticmethod
    def _ip(namespace: str, *arguments: str) -> str:
        return run(["ip", "-n", namespace, *arguments])
