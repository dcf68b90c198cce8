"""`lab status`: one line a machine, and whether all that is wanted is up."""

from __future__ import annotations

from lab import engine, machines, plan, processes, virsh
from lab.errors import LabError
from lab.identity import Lab
from lab.plan import Plan
from lab.topology import ENGINE


def status(lab: Lab) -> int:
    """Prints to stdout; 0 only if hosts, agents and engine are up (of a bare lab: the hosts)."""
    wanted = plan.load(lab.run)
    if wanted is None:
        raise LabError(f"lab {lab.id} is not there: run ./droveway lab up")
    lines = [] if wanted.bare else [_engine_line(lab)]
    known = _known_hosts(lab) if not wanted.bare else {}
    lines += [_host_line(lab, wanted, host, known.get(host)) for host in wanted.host_names]
    for well, line in lines:
        print(line if well else f"{line}  <- not up")
    return 0 if all(well for well, _ in lines) else 1


def _engine_line(lab: Lab) -> tuple[bool, str]:
    well = engine.is_up(lab)
    pid = processes.service(lab, ENGINE, ENGINE)
    address = engine.url(lab) if processes.supervisor(lab, ENGINE) is not None else "off"
    return well, f"{ENGINE:8} {address}  process {pid or 'none'}"


def _known_hosts(lab: Lab) -> dict[str, tuple[str, str]]:
    """State and mode of each host in the engine's eyes; nothing when it cannot be asked."""
    if not engine.is_up(lab):
        return {}
    return {host["name"]: (host["state"], host["mode"]) for host in engine.client(lab).get("hosts")}


def _host_line(lab: Lab, wanted: Plan, host: str, known: tuple[str, str] | None) -> tuple[bool, str]:
    answers = virsh.answers(lab, host)
    libvirtd = processes.service(lab, host, machines.LIBVIRTD)
    words = [f"{host:8} libvirtd {libvirtd or 'none'}"]
    well = answers and libvirtd is not None
    if not wanted.bare:
        agent = processes.service(lab, host, machines.AGENT)
        state, mode = known or ("unknown", "unknown")
        words.append(f"agent {agent or 'none'}  engine sees it {state}, {mode}")
        well = well and agent is not None and state == "up"
    running = [name for name, active in virsh.domains(lab, host).items() if active] if answers else []
    words.append(f"runs {' '.join(running) or 'no VM'}")
    return well, "  ".join(words)
