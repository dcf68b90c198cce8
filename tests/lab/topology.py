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

    def address(self, number: int) -> str:
        return str(ipaddress.ip_network(self.cidr)[number])

    @property
    def prefix(self) -> int:
        return ipaddress.ip_network(self.cidr).prefixlen


MANAGEMENT = Network("management", "mgmt0", "brmgmt", "10.61.0.0/24")
MIGRATION = Network("migration", "mig0", "brmig", "10.62.0.0/24")
GUESTS = Network("guests", "vm0", "brvm", "10.63.0.0/24")
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

    @property
    def name(self) -> str:
        return self.network.nic

    @property
    def address(self) -> str:
        return self.network.address(self.number)


@dataclass(frozen=True)
class Machine:
    """Something with a network namespace of its own."""

    name: str
    nics: tuple[Nic, ...]


def host_number(host: str) -> int:
    return HOST_NUMBER + int(host[1:])


def management_address(host: str) -> str:
    return MANAGEMENT.address(host_number(host))


def migration_address(host: str) -> str:
    return MIGRATION.address(host_number(host))


def machines(plan: Plan) -> tuple[Machine, ...]:
    """Every machine but the switch. The engine has no way onto the migration network."""
    hosts = tuple(_host(name, name in plan.without_migration) for name in plan.host_names)
    return (
        *hosts,
        _machine(ENGINE, ENGINE_NUMBER, (MANAGEMENT,)),
        _machine(INTRUDER, INTRUDER_NUMBER, (MANAGEMENT, MIGRATION)),
    )


def _host(name: str, without_migration: bool) -> Machine:
    networks = tuple(network for network in NETWORKS if not (without_migration and network is MIGRATION))
    return _machine(name, host_number(name), networks)


def _machine(name: str, number: int, networks: tuple[Network, ...]) -> Machine:
    return Machine(name, tuple(Nic(network, number, f"{name}-{network.nic[:-1]}") for network in networks))
