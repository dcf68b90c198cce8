"""Who is wired to what: machines, their NICs and addresses, and the bridges of the switch."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from lab.plan import Plan

SWITCH = "switch"
ENGINE = "engine"
INTRUDER = "intruder"


@dataclass(frozen=True)
class Network:
    """A logical network: its name for the engine, the hosts' NIC, the switch's bridge."""

    name: str
    nic: str
    bridge: str
    cidr: str
    ipv6: str
    """What its addresses have before the number, where it has IPv6."""

    def address(self, number: int) -> str:
        return str(ipaddress.ip_network(self.cidr)[number])

    @property
    def prefix(self) -> int:
        return ipaddress.ip_network(self.cidr).prefixlen

    def address6(self, number: int) -> str:
        """The number is written as in the IPv4 address: 11 is ::11."""
        return f"{self.ipv6}::{number}"

    @property
    def cidr6(self) -> str:
        return f"{self.ipv6}::/{PREFIX6}"


PREFIX6 = 64
MANAGEMENT = Network("management", "mgmt0", "brmgmt", "10.61.0.0/24", "fd00:61")
MIGRATION = Network("migration", "mig0", "brmig", "10.62.0.0/24", "fd00:62")
GUESTS = Network("guests", "vm0", "brvm", "10.63.0.0/24", "fd00:63")
NETWORKS = (MANAGEMENT, MIGRATION, GUESTS)
MTU = 1500

ENGINE_NUMBER = 2
INTRUDER_NUMBER = 66
HOST_NUMBER = 10
"""Host h<i> has number 10 + i on every network."""


@dataclass(frozen=True)
class Nic:
    """One end in the machine, the other a port of the switch's bridge."""

    network: Network
    number: int
    port: str
    ipv6: bool = False

    @property
    def name(self) -> str:
        return self.network.nic

    @property
    def addresses(self) -> tuple[str, ...]:
        """With their prefixes."""
        own = f"{self.network.address(self.number)}/{self.network.prefix}"
        return (own, f"{self.network.address6(self.number)}/{PREFIX6}") if self.ipv6 else (own,)


@dataclass(frozen=True)
class Machine:
    """Something with a network namespace of its own."""

    name: str
    nics: tuple[Nic, ...]


def host_number(host: str) -> int:
    return HOST_NUMBER + int(host[1:])


def management_address(host: str) -> str:
    return MANAGEMENT.address(host_number(host))


def migration_address(host: str, ipv6: bool = False) -> str:
    number = host_number(host)
    return MIGRATION.address6(number) if ipv6 else MIGRATION.address(number)


def cidr(network: Network, plan: Plan) -> str:
    """What the engine is told that the network is."""
    return network.cidr6 if plan.ipv6 and network is MIGRATION else network.cidr


def machines(plan: Plan) -> tuple[Machine, ...]:
    """Every machine but the switch. The engine has no way onto the migration network."""
    hosts = tuple(_host(name, plan) for name in plan.host_names)
    return (
        *hosts,
        _machine(ENGINE, ENGINE_NUMBER, (MANAGEMENT,), plan),
        _machine(INTRUDER, INTRUDER_NUMBER, (MANAGEMENT, MIGRATION), plan),
    )


def _host(name: str, plan: Plan) -> Machine:
    without = (MIGRATION,) if name in plan.without_migration else ()
    return _machine(name, host_number(name), tuple(one for one in NETWORKS if one not in without), plan)


def _machine(name: str, number: int, networks: tuple[Network, ...], plan: Plan) -> Machine:
    return Machine(name, tuple(_nic(name, number, network, plan) for network in networks))


def _nic(machine: str, number: int, network: Network, plan: Plan) -> Nic:
    return Nic(network, number, f"{machine}-{network.nic[:-1]}", plan.ipv6 and network is MIGRATION)
