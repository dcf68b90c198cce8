"""Measures the memory of engine and agent, and how soon they are ready when they start."""

from __future__ import annotations

import os
import signal
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.measures import Measure, middle, spread
from demo.engine import EngineError, Rest
from demo.hosts import Host, HostCommandError
from demo.stage import Stage
from lab import processes
from lab.topology import ENGINE

HOST = "h3"
"""The host whose agent is restarted: no VM runs there."""
PEER_PORT = 8551
_POLL_SECONDS = 0.01
_PATIENCE_SECONDS = 90.0
T = TypeVar("T")


def measure(stage: Stage, times: int, say: Callable[[str], None]) -> list[Measure]:
    """Memory first, as both have worked by now; then restarts."""
    measures = memory("agent", service_pid(stage, "h1", "agent"), 110)
    measures += memory("engine", service_pid(stage, ENGINE, "engine"), 450)
    agent = [_agent_start(stage) for _ in range(times)]
    say(f"agent: started {times} times")
    engine = [_engine_start(stage) for _ in range(max(1, times // 2))]
    say(f"engine: started {len(engine)} times")
    listens = [each[0] for each in agent]
    linked = [each[1] for each in agent]
    remark = "listens for peers; " + spread(listens, "s")
    measures.append(Measure("agent: start to ready", "s", middle(listens), 0.6, remark))
    measures.append(
        Measure(
            "agent: start to engine link",
            "s",
            middle(linked),
            None,
            "the engine sees it up; " + spread(linked, "s"),
        )
    )
    measures.append(
        Measure("engine: start to ready", "s", middle(engine), 8, "health answers; " + spread(engine, "s"))
    )
    return measures


def service_pid(stage: Stage, machine: str, name: str) -> int:
    """The process of a service.

    :raises LookupError: if it does not run
    """
    pid = processes.service(stage.lab, machine, name)
    if pid is None:
        raise LookupError(f"{name} of {machine} does not run")
    return pid


def memory(what: str, pid: int, most: float) -> list[Measure]:
    """RSS and PSS of a process and what it started, in MB as the aims are."""
    tree = _tree(pid)
    rss = sum(rollup(each)["Rss"] for each in tree) / 1000
    pss = sum(rollup(each)["Pss"] for each in tree) / 1000
    remark = "" if len(tree) == 1 else f"{len(tree)} processes"
    return [
        Measure(f"{what}: RSS", "MB", rss, most, remark),
        Measure(f"{what}: PSS", "MB", pss, None, remark),
    ]


def rollup(pid: int) -> dict[str, float]:
    """Sums of /proc/PID/smaps_rollup, in kB of 1000 bytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) * 1.024 for line in lines}


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in _tree(int(child)))]


def _agent_start(stage: Stage) -> tuple[float, float]:
    """Seconds until it listens for peers, and until the engine sees it again after having lost it."""
    assert stage.connection is not None
    rest, host = Rest(stage.connection), stage.host(HOST)
    old = service_pid(stage, HOST, "agent")
    os.kill(old, signal.SIGKILL)
    _until("the engine loses the agent", lambda: _state(rest) == "down")
    began = _started(_until("a new agent", lambda: _other(stage, HOST, "agent", old)))
    _until("the agent listens", lambda: _listens(host))
    listens = time.time() - began
    _until("the engine sees the agent", lambda: _state(rest) == "up")
    return listens, time.time() - began


def _engine_start(stage: Stage) -> float:
    assert stage.connection is not None
    old = service_pid(stage, ENGINE, "engine")
    os.kill(old, signal.SIGKILL)
    began = _started(_until("a new engine", lambda: _other(stage, ENGINE, "engine", old)))
    trust = ssl.create_default_context(cafile=stage.connection.ca)
    url = f"{stage.connection.url.rstrip('/')}/droveway/api/v1/health"

    def healthy() -> bool:
        try:
            with urllib.request.urlopen(url, timeout=2, context=trust) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    _until("the engine's health", healthy)
    seconds = time.time() - began
    rest = Rest(stage.connection)
    _until("agents back", lambda: all(each["state"] == "up" for each in rest.get("/hosts")))
    return seconds


def _state(rest: Rest) -> str:
    try:
        return str(rest.get(f"/hosts/{HOST}")["state"])
    except EngineError:
        return "unknown"


def _listens(host: Host) -> bool:
    try:
        return bool(host.run(["ss", "-Hltn", f"sport = :{PEER_PORT}"]).strip())
    except HostCommandError:
        return False


def _other(stage: Stage, machine: str, name: str, old: int) -> int | None:
    pid = processes.service(stage.lab, machine, name)
    return pid if pid is not None and pid != old else None


def _started(pid: int) -> float:
    """When a process started, in seconds of the machine's clock; the kernel tells it to 10 ms."""
    ticks = processes.start_time(pid) / os.sysconf("SC_CLK_TCK")
    return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + ticks


def _until(what: str, ask: Callable[[], T | None]) -> T:
    """The first answer that is neither None nor false."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while not (found := ask()):
        if time.monotonic() > until:
            raise TimeoutError(f"waited {_PATIENCE_SECONDS:.0f} s for: {what}")
        time.sleep(_POLL_SECONDS)
    return found
