"""What a lab consists of: chosen at its first `up`, kept beside it, and only ever added to."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from lab.errors import LabError

MAX_HOSTS = 9
MAX_VMS = 32
FILE = "plan.json"


@dataclass(frozen=True)
class Plan:
    """Hosts are h1…hN, VMs vm1…vmN; `without_migration` names hosts that have no NIC on the migration network.

    The agents of `older` hosts are of an earlier version, which versions.older builds.
    With `ipv6` the NICs there have an IPv6 address besides, and the engine is told that the network is the IPv6 one.
    """

    hosts: int = 3
    vms: int = 1
    without_migration: tuple[str, ...] = ()
    restart: bool = True
    bare: bool = False
    ipv6: bool = False
    older: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.hosts <= MAX_HOSTS:
            raise LabError(f"--hosts: found {self.hosts}, needed 1 to {MAX_HOSTS}")
        if not 0 <= self.vms <= MAX_VMS:
            raise LabError(f"--vms: found {self.vms}, needed 0 to {MAX_VMS}")
        for option, hosts in (("--without-migration", self.without_migration), ("--older", self.older)):
            for host in hosts:
                if host not in self.host_names:
                    raise LabError(
                        f"{option}: unknown host {host}, needed one of {', '.join(self.host_names)}"
                    )

    @property
    def host_names(self) -> tuple[str, ...]:
        return tuple(f"h{index}" for index in range(1, self.hosts + 1))

    @property
    def vm_names(self) -> tuple[str, ...]:
        return tuple(f"vm{index}" for index in range(1, self.vms + 1))

    def home(self, vm_index: int) -> str:
        """The host a VM is first started on: round-robin from h1."""
        return self.host_names[(vm_index - 1) % self.hosts]


@dataclass(frozen=True)
class Wish:
    """What a command line asks for; None where it says nothing."""

    hosts: int | None = None
    vms: int | None = None
    without_migration: tuple[str, ...] | None = None
    no_restart: bool = False
    bare: bool = False
    ipv6: bool = False
    older: tuple[str, ...] = ()


def settle(existing: Plan | None, wish: Wish) -> Plan:
    """The plan to bring up: a running lab may grow, but not shrink or change its wiring."""
    if existing is None:
        return Plan(
            hosts=Plan.hosts if wish.hosts is None else wish.hosts,
            vms=Plan.vms if wish.vms is None else wish.vms,
            without_migration=tuple(sorted(wish.without_migration or ())),
            restart=not wish.no_restart,
            bare=wish.bare,
            ipv6=wish.ipv6,
            older=tuple(sorted(wish.older)),
        )
    remedy = "run ./droveway lab down first"
    if wish.hosts is not None and wish.hosts < existing.hosts:
        raise LabError(
            f"the lab is up with {existing.hosts} hosts and does not shrink to {wish.hosts}: {remedy}"
        )
    if wish.vms is not None and wish.vms < existing.vms:
        raise LabError(f"the lab is up with {existing.vms} VMs and does not shrink to {wish.vms}: {remedy}")
    if (
        wish.without_migration is not None
        and tuple(sorted(wish.without_migration)) != existing.without_migration
    ):
        found = ", ".join(existing.without_migration) or "no host"
        raise LabError(f"the lab is up with {found} without migration network: {remedy} to change that")
    if wish.older and tuple(sorted(wish.older)) != existing.older:
        raise LabError(f"the lab is up with other agents: {remedy} to change that")
    if wish.ipv6 and not existing.ipv6:
        raise LabError(f"the lab is up with an IPv4 migration network: {remedy} to change that")
    return replace(
        existing,
        hosts=wish.hosts or existing.hosts,
        vms=existing.vms if wish.vms is None else wish.vms,
        restart=existing.restart and not wish.no_restart,
        bare=existing.bare and wish.bare,
    )


def load(folder: Path) -> Plan | None:
    """The plan of the lab with this folder; None when there is no lab."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except json.JSONDecodeError as broken:
        raise LabError(f"{folder / FILE} is not readable ({broken}): run ./droveway lab down") from broken
    for hosts in ("without_migration", "older"):
        found[hosts] = tuple(found.get(hosts, ()))
    return Plan(**found)


def save(folder: Path, plan: Plan) -> None:
    """Whole or not at all: an `up` may be killed here as well."""
    draft = folder / f"{FILE}.new"
    draft.write_text(json.dumps(asdict(plan)) + "\n", encoding="utf-8")
    draft.rename(folder / FILE)
