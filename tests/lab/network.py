"""Makes namespaces, bridges and links; only what is missing, so that a second run or one after a crash completes it."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lab import linux
from lab.commands import run
from lab.errors import LabError
from lab.identity import NAMESPACES, Lab
from lab.plan import Plan
from lab.topology import MTU, NETWORKS, SWITCH, Machine, Nic, machines


@dataclass(frozen=True)
class Link:
    """A link as found in a namespace: its state and its addresses with their prefixes."""

    up: bool
    addresses: frozenset[str]
    bridge: str | None = None


Found = Mapping[str, Mapping[str, Link]]
"""By namespace, then by name of the link."""


def ensure(lab: Lab, plan: Plan) -> None:
    wanted = machines(plan)
    for name in (SWITCH, *(machine.name for machine in wanted)):
        if not lab.namespace_path(name).exists():
            run(["ip", "netns", "add", lab.namespace(name)])
    for namespace, commands in missing(lab, wanted, _found(lab, wanted)).items():
        if commands:
            run(["ip", "-n", namespace, "-batch", "-"], stdin="\n".join(commands) + "\n")


def missing(lab: Lab, wanted: tuple[Machine, ...], found: Found) -> dict[str, list[str]]:
    """For each namespace the `ip` commands that complete it, the switch first: it has the other end of every link."""
    switch = lab.namespace(SWITCH)
    commands: dict[str, list[str]] = {switch: _bridges(found.get(switch, {}))}
    for machine in wanted:
        namespace = lab.namespace(machine.name)
        links = found.get(namespace, {})
        ports = found.get(switch, {})
        for nic in machine.nics:
            commands[switch] += _port(nic, namespace, links, ports)
        commands[namespace] = _ends(machine, links)
    return commands


def _bridges(links: Mapping[str, Link]) -> list[str]:
    commands = [] if _is_up(links.get("lo")) else ["link set lo up"]
    for network in NETWORKS:
        if network.bridge not in links:
            commands.append(f"link add {network.bridge} type bridge stp_state 0 forward_delay 0")
        if not _is_up(links.get(network.bridge)):
            commands.append(f"link set {network.bridge} up")
    return commands


def _port(nic: Nic, namespace: str, links: Mapping[str, Link], ports: Mapping[str, Link]) -> list[str]:
    commands = []
    port = ports.get(nic.port)
    if port is None or nic.name not in links:
        if port is not None:
            commands.append(f"link del {nic.port}")
        commands.append(
            f"link add {nic.port} mtu {MTU} type veth peer name {nic.name} mtu {MTU} netns {namespace}"
        )
        port = None
    if port is None or port.bridge != nic.network.bridge:
        commands.append(f"link set {nic.port} master {nic.network.bridge}")
    if not _is_up(port):
        commands.append(f"link set {nic.port} up")
    return commands


def _ends(machine: Machine, links: Mapping[str, Link]) -> list[str]:
    commands = [] if _is_up(links.get("lo")) else ["link set lo up"]
    for nic in machine.nics:
        link = links.get(nic.name)
        present = frozenset() if link is None else link.addresses
        commands += [_address(each, nic.name) for each in nic.addresses if each not in present]
        if not _is_up(link):
            commands.append(f"link set {nic.name} up")
    return commands


def _address(address: str, nic: str) -> str:
    # Nobody else is on the bridge: an IPv6 address need not wait until that is found out.
    options = "nodad" if ":" in address else "brd +"
    return f"address add {address} {options} dev {nic}"


def _is_up(link: Link | None) -> bool:
    return link is not None and link.up


def _found(lab: Lab, wanted: tuple[Machine, ...]) -> dict[str, dict[str, Link]]:
    names = [lab.namespace(name) for name in (SWITCH, *(machine.name for machine in wanted))]
    return {name: _parse(run(["ip", "-n", name, "-j", "address"])) for name in names}


def _parse(output: str) -> dict[str, Link]:
    links = {}
    for link in json.loads(output or "[]"):
        addresses = {f"{address['local']}/{address['prefixlen']}" for address in link.get("addr_info", [])}
        links[link["ifname"]] = Link("UP" in link["flags"], frozenset(addresses), link.get("master"))
    return links


def namespaces(lab: Lab) -> list[str]:
    """Namespaces of this lab that exist, whatever plan made them."""
    prefix = lab.namespace("")
    if not NAMESPACES.is_dir():
        return []
    return sorted(entry.name for entry in NAMESPACES.iterdir() if entry.name.startswith(prefix))


def remove(lab: Lab) -> None:
    """Removes every namespace of this lab; links go with them."""
    for name in namespaces(lab):
        run(["ip", "netns", "del", name])
    _remove_mount_point()


def _remove_mount_point() -> None:
    """`ip netns` leaves a mount behind on a machine that had none; the last lab takes it away.

    Somebody's new namespace keeps it: a mount with mounts in it is busy.
    """
    if not NAMESPACES.is_dir() or any(NAMESPACES.iterdir()):
        return
    try:
        while is_mount_point(NAMESPACES):
            linux.unmount(NAMESPACES)
        NAMESPACES.rmdir()
    except OSError as busy:
        if busy.errno not in (errno.EBUSY, errno.ENOTEMPTY):
            raise LabError(
                f"{NAMESPACES} could not be removed ({busy.strerror}): umount it by hand"
            ) from busy


def is_mount_point(path: Path) -> bool:
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    return any(line.split(" ")[1] == str(path) for line in mounts)
