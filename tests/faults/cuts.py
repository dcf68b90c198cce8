"""The migration network alone is cut while memory is copied: noticed and left within seconds, and the VM runs on."""

from __future__ import annotations

import time

from demo.hosts import HostCommandError
from demo.report import Report
from demo.stage import VM, Stage
from faults.engine import Engine
from faults.errors import Wrong
from faults.kills import BANDWIDTH_MIB, Kills
from faults.moments import COPYING, Stop
from faults.network import cut
from faults.seen import look
from faults.trail import Trail
from lab.errors import LabError

CUT = "migration network cut while copying"
WITHIN_SECONDS = 10.0
_PATIENCE_SECONDS = 60.0


class Cuts:
    """Plays it with the lab's VM."""

    def __init__(self, stage: Stage, engine: Engine, kills: Kills, report: Report) -> None:
        self._stage = stage
        self._engine = engine
        self._kills = kills
        self._report = report

    def play(self) -> None:
        """As one finding, with the time it took."""
        try:
            self._report.check(True, CUT, self._play())
        except (HostCommandError, LabError, Wrong) as failure:
            self._report.check(False, CUT, str(failure))

    def _play(self) -> str:
        way = self._kills.way()
        trail = Trail(self._stage.lab.disk_image(VM))
        stop = Stop(self._stage.host(way.source), VM)
        try:
            migration = self._engine.start(way.destination, BANDWIDTH_MIB)
            COPYING.wait(self._engine, migration, stop)
            with cut(self._stage.lab, way.destination):
                seconds = self._ended(migration)
                left = self._left(way.destination)
        finally:
            stop.close()
        end = self._kills.settle(migration)
        wrong = trail.wrong()
        if self._engine.migration(migration)["state"] != "FAILED":
            wrong.append(f"the migration ended {end}")
        if self._kills.way() != way:
            wrong.append(f"{VM} is not on {way.source} any more")
        if left:
            wrong.append(f"while the network was away {way.destination} had {left}")
        if seconds > WITHIN_SECONDS:
            wrong.append(f"it took {seconds:.1f} s, needed at most {WITHIN_SECONDS:.0f} s")
        if wrong:
            raise Wrong("; ".join(wrong))
        self._engine.move(way.destination)
        return f"left after {seconds:.1f} s (at most {WITHIN_SECONDS:.0f} s), {end}; then moved to {way.destination}"

    def _ended(self, migration: str) -> float:
        began = time.monotonic()
        while not self._engine.migration(migration).get("endedAt"):
            if time.monotonic() > began + _PATIENCE_SECONDS:
                raise Wrong(f"the migration did not end within {_PATIENCE_SECONDS:.0f} s")
            time.sleep(0.05)
        return time.monotonic() - began

    def _left(self, host: str) -> str:
        view = look(self._stage.host(host))
        return ", ".join((*view.domains, *view.remains))
