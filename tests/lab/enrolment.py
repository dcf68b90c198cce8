"""Tells the engine what the lab consists of, and has the hosts' agents enrol themselves."""

from __future__ import annotations

import os
from pathlib import Path

from lab import engine, hostfiles
from lab.identity import Lab
from lab.logs import hint
from lab.plan import Plan
from lab.progress import Progress
from lab.rest import Client
from lab.topology import GUESTS, MANAGEMENT, MIGRATION, MTU, NETWORKS, cidr
from lab.wait import until

DATA_CENTER = "lab"
CLUSTER = "lab"
ROLES = {MANAGEMENT: "management", GUESTS: "vm"}
"""The migration network gets its role from whoever uses the lab."""

HOST_SECONDS = 90
TOKEN_LIFE = "PT1H"
SET_UP = "mode-set"


def describe(client: Client, plan: Plan) -> None:
    """Data center, cluster and networks as the lab is wired; what is there already stays as it is."""
    if client.find("datacenters", DATA_CENTER) is None:
        client.post("datacenters", body={"name": DATA_CENTER})
    if client.find("clusters", CLUSTER) is None:
        client.post("clusters", body={"name": CLUSTER, "datacenter": DATA_CENTER})
    for network in NETWORKS:
        if client.find("networks", network.name) is None:
            client.post("networks", body={"name": network.name, "cidr": cidr(network, plan), "mtu": MTU})
    attached = {found["name"]: found for found in client.get("clusters", CLUSTER)["networks"]}
    for network in NETWORKS:
        if network.name not in attached:
            required = network is not MIGRATION or not plan.without_migration
            client.put("clusters", CLUSTER, "networks", network.name, body={"required": required})
        role = ROLES.get(network)
        if role is not None and role not in attached.get(network.name, {}).get("roles", []):
            client.put("clusters", CLUSTER, "networks", network.name, "roles", role)


def enrol(lab: Lab, client: Client, host: str) -> None:
    """Gives the host's agent its configuration, and a token if the engine does not know it yet."""
    folder = hostfiles.inside(lab, host, hostfiles.AGENT_CONFIGURATION).parent
    if client.find("hosts", host) is None:
        token = client.post("tokens", body={"role": "enrolment", "ttl": TOKEN_LIFE, "cluster": CLUSTER})[
            "token"
        ]
        _write(hostfiles.inside(lab, host, hostfiles.ENROLMENT_TOKEN), f"{token}\n", 0o600)
    ca = engine.authority(lab).read_text(encoding="utf-8")
    _write(hostfiles.inside(lab, host, hostfiles.ENGINE_CA), ca, 0o644)
    # Last: its presence starts the agent.
    _write(folder / "agent.json", hostfiles.agent_configuration(host), 0o644)


def _write(path: Path, text: str, mode: int) -> None:
    draft = path.with_name(f".{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    draft.rename(path)


def wait(lab: Lab, client: Client, host: str, progress: Progress) -> None:
    """Returns when the engine has the host's agent on the line; a new host is then put into enforce."""
    log = lab.folder(host) / "log/agent.log"
    until(
        lambda: is_up(client, host),
        HOST_SECONDS,
        lambda: f"the agent of {host} does not reach the engine: {hint(log)}",
    )
    done = lab.folder(host) / SET_UP
    if not done.exists():
        client.put("hosts", host, "mode", body={"mode": "enforce"})
        until(
            lambda: bool(client.get("hosts", host)["mode"] == "enforce"),
            HOST_SECONDS,
            lambda: f"{host} does not go into enforce: {hint(log)}",
        )
        done.touch()
    progress.say(f"{host}: agent is up, mode {client.get('hosts', host)['mode']}")


def is_up(client: Client, host: str) -> bool:
    found = client.find("hosts", host)
    return found is not None and found["state"] == "up"


def wait_for_vms(client: Client, plan: Plan) -> None:
    def all_known() -> bool:
        return set(plan.vm_names) <= {vm["name"] for vm in client.get("vms")}

    until(all_known, HOST_SECONDS, lambda: "the engine does not know all VMs: see ./droveway lab status")
