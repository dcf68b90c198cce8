"""Switches machines on: hosts and the engine, each under a supervisor of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from lab import hostfiles, processes, spec
from lab.commands import run
from lab.errors import LabError
from lab.identity import ID_VARIABLE, Lab
from lab.plan import Plan
from lab.spec import Service, Spec

LIBVIRTD = "libvirtd"
AGENT = "agent"
PASSED_ON = ("HOME", "JAVA_HOME", "LANG", "LC_ALL", "PATH", "TZ", "PYTHONDONTWRITEBYTECODE")
"""Machines do not see the rest of the caller's environment: it may be about another engine."""


def agent_program(lab: Lab, older: bool = False) -> Path:
    """The agent built here, or the one of an earlier version that versions.older built."""
    folder = "target/older" if older else "vdsm-bridge/agent/target"
    return lab.checkout / folder / "vdsm-bridge/bin/vdsm-bridge"


def ensure_host(lab: Lab, plan: Plan, host: str, index: int) -> None:
    """Host is on afterwards, with what the plan wants of it started."""
    switched_on = processes.supervisor(lab, host) is not None
    if not switched_on:
        lab.folder(host).mkdir(exist_ok=True)
        hostfiles.make(lab, host, index)
        # A host that boots has no firewall tables yet; its network namespace outlived it.
        run(["ip", "netns", "exec", lab.namespace(host), "nft", "flush", "ruleset"])
    wanted = Spec(
        name=host,
        namespace=str(lab.namespace_path(host)),
        mounts=hostfiles.mounts(lab, host),
        services=_services(lab, plan, host),
        restart=plan.restart,
        files=hostfiles.files(plan, host),
    )
    ensure(lab, wanted, switched_on)


def _services(lab: Lab, plan: Plan, host: str) -> tuple[Service, ...]:
    libvirtd = Service(LIBVIRTD, ("libvirtd", "--pid-file", "/run/libvirt/libvirtd.pid"))
    if plan.bare:
        return (libvirtd,)
    agent = Service(
        AGENT,
        (str(agent_program(lab, host in plan.older)), "run", "--config", hostfiles.AGENT_CONFIGURATION),
        requires=(hostfiles.AGENT_CONFIGURATION, hostfiles.ENGINE_CA),
    )
    return (libvirtd, agent)


def ensure(lab: Lab, wanted: Spec, switched_on: bool) -> None:
    """Starts a machine's supervisor, or tells a running one to start what its services lack."""
    folder = lab.folder(wanted.name)
    (folder / spec.LOGS).mkdir(parents=True, exist_ok=True)
    spec.write(folder, wanted)
    if switched_on:
        init = processes.supervisor(lab, wanted.name)
        if init is not None:
            os.kill(init, signal.SIGHUP)
            return
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {ID_VARIABLE: lab.id, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run(
        [sys.executable, "-m", "lab.supervisor", str(folder)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode != 0:
        raise LabError(f"{wanted.name} could not be switched on: {done.stderr.strip().splitlines()[-1:]}")
