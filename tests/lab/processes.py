"""The machine's process table, read from /proc: which processes belong to a lab, and which run inside its machines."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lab.identity import ID_VARIABLE, SERVICE_VARIABLE, Lab
from lab.spec import PID_FILE

PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """`start` is in clock ticks since boot: with the number it names a process for ever."""

    pid: int
    parent: int
    start: int
    state: str
    environment: dict[str, str]
    network: int
    """Inode of its network namespace; 0 if it is gone already."""


def parse_stat(text: str) -> tuple[int, str, int]:
    """Parent, state and start time out of /proc/PID/stat; the command's name may contain anything."""
    fields = text[text.rindex(")") + 2 :].split()
    return int(fields[1]), fields[0], int(fields[19])


def parse_environment(data: bytes) -> dict[str, str]:
    pairs = (entry.partition(b"=") for entry in data.split(b"\0") if b"=" in entry)
    return {name.decode("utf-8", "replace"): value.decode("utf-8", "replace") for name, _, value in pairs}


def read(pid: int) -> Process | None:
    """The process, or None when it is gone or a kernel thread."""
    folder = PROC / str(pid)
    try:
        parent, state, start = parse_stat((folder / "stat").read_text(encoding="utf-8", errors="replace"))
        environment = parse_environment((folder / "environ").read_bytes())
        network = 0 if state in "ZX" else os.stat(folder / "ns/net").st_ino
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return None
    return Process(pid, parent, start, state, environment, network)


def table() -> list[Process]:
    numbers = (int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal())
    return [process for process in map(read, numbers) if process is not None]


def start_time(pid: int) -> int:
    return parse_stat((PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace"))[2]


def belonging(lab: Lab, processes: Iterable[Process], networks: frozenset[int]) -> list[Process]:
    """Processes that carry the lab's id or live in one of its network namespaces, whoever started them."""
    return [
        process
        for process in processes
        if process.state not in "ZX"
        and (process.environment.get(ID_VARIABLE) == lab.id or process.network in networks)
    ]


def ancestors(pid: int, processes: Iterable[Process]) -> set[int]:
    """A process and everything above it."""
    parents = {process.pid: process.parent for process in processes}
    found = set()
    while pid in parents and pid not in found:
        found.add(pid)
        pid = parents[pid]
    return found


def network_namespaces(lab: Lab, names: Iterable[str]) -> frozenset[int]:
    inodes = set()
    for name in names:
        try:
            inodes.add(os.stat(Path("/run/netns") / name).st_ino)
        except FileNotFoundError:
            continue
    return frozenset(inodes)


def supervisor(lab: Lab, machine: str) -> int | None:
    """Process id of a machine's init; None when the machine is off."""
    try:
        found = json.loads((lab.folder(machine) / PID_FILE).read_text(encoding="utf-8"))
        pid, start = int(found["pid"]), int(found["start"])
        parent, state, actual = parse_stat(
            (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
        )
    except (FileNotFoundError, ProcessLookupError, json.JSONDecodeError):
        return None
    return pid if actual == start and state not in "ZX" else None


def service(lab: Lab, machine: str, name: str) -> int | None:
    """Process id of a machine's service, in the root process namespace."""
    init = supervisor(lab, machine)
    if init is None:
        return None
    for process in table():
        if (
            process.parent == init
            and process.environment.get(SERVICE_VARIABLE) == name
            and process.state not in "ZX"
        ):
            return process.pid
    return None


def kill_all(pids: Iterable[int], seconds: float = 15) -> list[int]:
    """Kills processes and waits until they are gone; gives those that are not."""
    left = set(pids)
    for pid in left:
        _kill(pid)
    deadline = time.monotonic() + seconds
    while left and time.monotonic() < deadline:
        left = {pid for pid in left if _lives(pid)}
        if left:
            time.sleep(0.02)
    return sorted(left)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _lives(pid: int) -> bool:
    process = read(pid)
    return process is not None and process.state not in "ZX"
