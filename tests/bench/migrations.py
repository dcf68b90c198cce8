"""Measures a whole migration through Droveway against plain ``virsh migrate``: the same VM, the same hosts, by turns."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bench.measures import Measure, middle, spread
from bench.relay import Relay
from demo.downtime import DowntimeError, QemuEvents, downtime_of
from demo.engine import Rest
from demo.stage import CLUSTER, DATA_CENTER, VM, Stage
from lab import virsh

BANDWIDTH_MIB = 8
"""The VM's 64 MiB of random memory take 8 s at this rate."""
LEAST_SECONDS = 8.0
PLAIN_PORT = 62000
"""Outside of the pool, so that the firewall has no say in it."""
_PATIENCE_SECONDS = 120.0
_POLL_SECONDS = 0.05


class BenchError(Exception):
    """A run that did not do what is measured; its time would mean nothing."""


@dataclass(frozen=True)
class Run:
    """One migration: both in seconds."""

    seconds: float
    downtime: float


class Migrations:
    """Moves the VM back and forth between h1 and h2."""

    def __init__(self, stage: Stage, say: Callable[[str], None]) -> None:
        assert stage.connection is not None
        self._stage = stage
        self._rest = Rest(stage.connection)
        self._say = say

    def measure(self, rounds: int) -> list[Measure]:
        """A round is one migration of each kind; every second round begins with the other kind, so that each goes both ways."""
        self._rest.put(f"/datacenters/{DATA_CENTER}/migration", {"migration": "secure"})
        self._rest.put(f"/clusters/{CLUSTER}/networks/migration/roles/migration", {})
        runs: dict[str, list[Run]] = {"droveway": [], "virsh": []}
        source, target = "h1", "h2"
        for number in range(rounds):
            order = ["droveway", "virsh"] if number // 2 % 2 == 0 else ["virsh", "droveway"]
            for kind in order:
                run = self._timed(kind, source, target)
                runs[kind].append(run)
                self._say(
                    f"{kind} {source} → {target}: {run.seconds:.3f} s, downtime {1000 * run.downtime:.0f} ms"
                    f" ({number + 1} of {rounds})"
                )
                source, target = target, source
        return summary(runs["droveway"], runs["virsh"])

    def _timed(self, kind: str, source: str, target: str) -> Run:
        watches = [QemuEvents(self._stage.host(name)) for name in (source, target)]
        for each in watches:
            each.start()
        time.sleep(0.3)
        try:
            seconds = self._droveway(target) if kind == "droveway" else self._virsh(source, target)
            time.sleep(0.2)
        finally:
            events = [event for each in watches for event in each.stop()]
        try:
            return Run(seconds, downtime_of(events, VM, source, target).seconds)
        except DowntimeError as unknown:
            raise BenchError(str(unknown)) from unknown

    def _droveway(self, target: str) -> float:
        """From sending the request to the end that the engine records; both are this machine's clock."""
        began = time.time()
        asked = self._rest.post("/migrations", {"vm": VM, "host": target, "bandwidthMiBs": BANDWIDTH_MIB})
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            found: dict[str, Any] = self._rest.get(f"/migrations/{asked['id']}")
            if found.get("endedAt"):
                break
            if time.monotonic() > until:
                raise BenchError(
                    f"migration {asked['id']} is {found['state']} after {_PATIENCE_SECONDS:.0f} s"
                )
            time.sleep(_POLL_SECONDS)
        if found["state"] != "COMPLETED":
            raise BenchError(
                f"migration {asked['id']}: {found['state']}: {found.get('error') or found.get('refusals')}"
            )
        return datetime.fromisoformat(found["endedAt"]).timestamp() - began

    def _virsh(self, source: str, target: str) -> float:
        lab = self._stage.lab
        socket = lab.shared / f"bench-{target}.sock"
        address = self._stage.address(target)
        command = [
            "migrate",
            "--live",
            "--p2p",
            "--persistent",
            "--undefinesource",
            "--tls",
            "--tls-destination",
            target,
        ]
        command += ["--bandwidth", str(BANDWIDTH_MIB), "--listen-address", address]
        command += [VM, f"qemu+unix:///system?socket={socket}", f"tcp://{address}:{PLAIN_PORT}"]
        with Relay(socket, virsh.socket_path(lab, target)):
            own = f"qemu+unix:///system?socket={virsh.socket_path(lab, source)}"
            began = time.time()
            done = subprocess.run(
                ["virsh", "-c", own, *command],
                capture_output=True,
                text=True,
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
            seconds = time.time() - began
        if done.returncode != 0:
            raise BenchError(f"virsh migrate from {source} to {target}: {done.stderr.strip()}")
        return seconds


def summary(droveway: list[Run], plain: list[Run]) -> list[Measure]:
    """Ratio, difference and both downtimes."""
    ours, theirs = middle([each.seconds for each in droveway]), middle([each.seconds for each in plain])
    ratio = ours / theirs if ours is not None and theirs is not None else None
    added = 1000 * (ours - theirs) if ours is not None and theirs is not None else None
    short = "" if theirs is None or theirs >= LEAST_SECONDS else f"plain took less than {LEAST_SECONDS:.0f} s"
    down, plain_down = [each.downtime for each in droveway], [each.downtime for each in plain]
    middle_down, middle_plain_down = middle(down), middle(plain_down)
    return [
        Measure("migration: Droveway ÷ virsh", "", ratio, 1.10, short),
        Measure("migration: added", "ms", added, 300),
        Measure("migration: Droveway", "s", ours, None, spread([each.seconds for each in droveway], "s")),
        Measure("migration: virsh", "s", theirs, None, spread([each.seconds for each in plain], "s")),
        Measure("downtime: Droveway", "ms", _ms(middle_down), None, spread(down, "ms", 1000)),
        Measure("downtime: virsh", "ms", _ms(middle_plain_down), None, spread(plain_down, "ms", 1000)),
    ]


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else 1000 * seconds
