"""Changes a host's migration NIC behind the agent's back, and tells what the kernel has there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from lab.commands import run
from lab.identity import Lab
from lab.topology import MIGRATION, MTU, SWITCH, host_number

NIC = MIGRATION.nic
_UNSETTLED = ("tentative", "dadfailed")


@dataclass(frozen=True)
class NicState:
    """As both the kernel and the engine tell it; addresses with their prefixes."""

    up: bool
    mtu: int
    addresses: frozenset[str]


class MigrationNic:
    """`mig0` of one host."""

    def __init__(self, lab: Lab, host: str) -> None:
        self.host = host
        self.namespace = lab.namespace(host)
        self._switch = lab.namespace(SWITCH)
        self._port = f"{host}-{NIC[:-1]}"
        self._number = host_number(host)
        self.changed = datetime.fromtimestamp(0, UTC)

    def has_changed(self, by_itself: bool = False) -> None:
        """What was reported before now says nothing any more; nor what is being reported, if nobody knows the moment."""
        self.changed = datetime.now(UTC) + timedelta(seconds=1 if by_itself else 0)

    @property
    def ipv4(self) -> str:
        """The address it has from the lab."""
        return MIGRATION.address(self._number)

    @property
    def ipv6(self) -> str:
        """The address that the lab would give it with `--ipv6`."""
        return MIGRATION.address6(self._number)

    def add(self, address: str, *options: str) -> None:
        """Adds an address with its prefix; an IPv6 one without waiting for its owner to object."""
        self._change("address", "add", address, "dev", NIC, *(("nodad",) if ":" in address else ()), *options)

    def add_asking(self, address: str) -> None:
        """Adds an IPv6 address, and has the kernel ask whether somebody else has it."""
        self._change("address", "add", address, "dev", NIC)

    def remove(self, address: str) -> None:
        """Takes an address away."""
        self._change("address", "del", address, "dev", NIC)

    def set(self, *options: str) -> None:
        """Changes the link: `down`, `mtu 1400`."""
        self._change("link", "set", NIC, *options)

    def carrier(self, present: bool) -> None:
        """Plugs the switch's end in, or out."""
        run(["ip", "-n", self._switch, "link", "set", self._port, "up" if present else "down"])
        self.has_changed()

    def switch_to(self, bridge: str) -> None:
        """Plugs the switch's end into another bridge."""
        run(["ip", "-n", self._switch, "link", "set", self._port, "master", bridge])

    def ip(self, *arguments: str) -> str:
        """Runs `ip` on the host's network."""
        return run(["ip", "-n", self.namespace, *arguments])

    def _change(self, *arguments: str) -> None:
        self.ip(*arguments)
        self.has_changed()

    def sysctl(self, name: str, value: int) -> None:
        """Sets one of the NIC's IPv6 settings."""
        setting = f"net.ipv6.conf.{NIC}.{name}={value}"
        run(["ip", "netns", "exec", self.namespace, "sysctl", "-qw", setting])

    def restore(self) -> None:
        """Leaves it as the lab made it. IPv6 addresses and routes go with the link's going down."""
        self.carrier(True)
        self.switch_to(MIGRATION.bridge)
        self.set("down")
        self._change("address", "flush", "dev", NIC)
        self.sysctl("use_tempaddr", 0)
        self.set("mtu", str(MTU), "up")
        self.add(f"{self.ipv4}/{MIGRATION.prefix}", "brd", "+")

    def addresses(self) -> list[dict[str, Any]]:
        """As `ip -j` tells them."""
        return [each for each in self._link().get("addr_info", []) if "local" in each]

    def global_addresses(self, temporary: bool) -> list[str]:
        """IPv6 addresses of global scope, without prefix; settled ones only."""
        return [
            str(each["local"])
            for each in self.addresses()
            if each["family"] == "inet6"
            and each["scope"] == "global"
            and each.get("temporary", False) == temporary
            and not any(each.get(flag) for flag in _UNSETTLED)
        ]

    def has_failed(self, address: str) -> bool:
        """Whether somebody else turned out to have the address."""
        return any(each["local"] == address and each.get("dadfailed") for each in self.addresses())

    def state(self) -> NicState:
        link = self._link()
        flags = link["flags"]
        addresses = frozenset(f"{each['local']}/{each['prefixlen']}" for each in self.addresses())
        return NicState("UP" in flags and "NO-CARRIER" not in flags, int(link["mtu"]), addresses)

    def _link(self) -> dict[str, Any]:
        return dict(json.loads(self.ip("-j", "address", "show", "dev", NIC))[0])
