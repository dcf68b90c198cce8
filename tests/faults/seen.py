"""What can be seen of a VM and its migration on both hosts and in the engine, and what of it may not stay so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from demo.hosts import Host
from demo.hoststate import LEASES
from demo.intruder import POOL
from demo.pinholes import elements_of

RECORDS = "/var/lib/droveway/migrations"
RELAYS = "/run/droveway/relay"
ENDS = ("COMPLETED", "REFUSED", "CANCELLED", "FAILED", "NEEDS_ATTENTION")
_SCRIPT = f"""set -e
virsh list --all --name; echo @
virsh list --name --state-running; echo @
nft -j list ruleset; echo @
ss -Hltn; echo @
for folder in {LEASES} {RECORDS}/in {RECORDS}/out {RELAYS}; do
    if [ -d $folder ]; then ls -1A $folder; fi
done"""


@dataclass(frozen=True)
class HostView:
    """One host: the VMs it has and those that run, and what a migration needs only while it lives."""

    name: str
    domains: tuple[str, ...]
    running: tuple[str, ...]
    remains: tuple[str, ...]


def look(host: Host) -> HostView:
    """Looks at a host.

    :raises HostCommandError: while libvirt or the firewall does not answer
    """
    domains, running, rules, sockets, files = host.run(["sh", "-c", _SCRIPT]).split("@\n")
    remains = [f"pinhole {each}" for each in elements_of(rules)]
    remains += [f"listening socket {each}" for each in _pool_sockets(sockets)]
    remains += [f"file {name}" for name in files.split()]
    return HostView(host.name, tuple(domains.split()), tuple(running.split()), tuple(remains))


def _pool_sockets(listing: str) -> list[str]:
    local = [line.split()[3] for line in listing.splitlines() if line.strip()]
    return [each for each in local if any(int(each.rpartition(":")[2]) in ports for ports in POOL)]


def unsettled(vm: str, views: list[HostView], migration: dict[str, Any], dead: bool) -> list[str]:
    """What is not as it must be once a migration is over. ``dead``: the VM's own QEMU was killed, so that it runs nowhere."""
    wrong = [f"{view.name}: {each}" for view in views for each in view.remains]
    having = [view.name for view in views if vm in view.domains]
    running = [view.name for view in views if vm in view.running]
    if len(having) != 1:
        wrong.append(f"{vm} is known on {_words(having)}, needed one host")
    if len(running) != (0 if dead else 1):
        wrong.append(f"{vm} runs on {_words(running)}, needed {'none' if dead else 'one'}")
    return wrong + _account(migration, having[0] if len(having) == 1 else None)


def _account(migration: dict[str, Any], host: str | None) -> list[str]:
    """What the engine tells must be an end, true, and say why if it is a bad one."""
    state = migration["state"]
    if state not in ENDS or not migration.get("endedAt"):
        return [f"the migration is {state}, needed an end"]
    wrong = []
    told = migration.get("vmHost")
    if told != host and not (told is None and state == "NEEDS_ATTENTION"):
        wrong.append(f"the engine says that the VM is on {told}, it is on {host}")
    if state in ("FAILED", "NEEDS_ATTENTION") and not reason(migration):
        wrong.append(f"the migration is {state} and says nothing about why")
    return wrong


def reason(migration: dict[str, Any]) -> str:
    """Why it ended as it did, as far as the engine tells."""
    found = [each["found"] for each in migration.get("refusals", [])]
    return str(migration.get("error") or "; ".join(found))


def _words(hosts: list[str]) -> str:
    return " and ".join(hosts) or "no host"


def describe(migration: dict[str, Any]) -> str:
    """A migration's end in a line."""
    why = reason(migration)
    where = f"{migration['state']}, VM on {migration.get('vmHost')}"
    return f"{where}: {json.dumps(why)}" if why and migration["state"] != "COMPLETED" else where
