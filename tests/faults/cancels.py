"""A migration is cancelled in every state that it can be seen in: before the switch the VM stays, afterwards it is too late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from demo.hosts import HostCommandError
from demo.report import Report
from demo.stage import VM, Stage
from faults.engine import Engine
from faults.errors import Wrong
from faults.kills import BANDWIDTH_MIB, Kills
from faults.moments import AT_ONCE, BEFORE_SWITCHOVER, COPYING, Stop, reached
from faults.trail import Trail
from lab.errors import LabError

_BEFORE = ("REQUESTED", "QUEUED", "PLANNED", "NEGOTIATED", "PINHOLE_OPEN", "COPYING", "CANCELLING")


@dataclass(frozen=True)
class Cancel:
    """When it is tried; late: it must be refused, and the migration go through."""

    title: str
    wait: Callable[[Engine, str, Stop], None]
    late: bool = False


CANCELS = (
    Cancel("cancel at once", AT_ONCE.wait),
    Cancel("cancel when negotiated", reached("NEGOTIATED")),
    Cancel("cancel when the pinhole is open", reached("PINHOLE_OPEN")),
    Cancel("cancel while copying", COPYING.wait),
    Cancel("cancel just before the switch", BEFORE_SWITCHOVER.wait),
    Cancel("cancel when the guest stands still", reached("SWITCHOVER"), late=True),
    Cancel("cancel when all is over", reached("COMPLETED"), late=True),
)


class Cancels:
    """Tries them with the lab's VM, one after the other."""

    def __init__(self, stage: Stage, engine: Engine, kills: Kills, report: Report) -> None:
        self._stage = stage
        self._engine = engine
        self._kills = kills
        self._report = report

    def play(self, wanted: str) -> None:
        """Each as one finding."""
        for cancel in CANCELS:
            if wanted in cancel.title:
                try:
                    self._report.check(True, cancel.title, self._play(cancel))
                except (HostCommandError, LabError, Wrong) as failure:
                    self._report.check(False, cancel.title, str(failure))

    def _play(self, cancel: Cancel) -> str:
        way = self._kills.way()
        trail = Trail(self._stage.lab.disk_image(VM))
        stop = Stop(self._stage.host(way.source), VM)
        try:
            migration = self._engine.start(way.destination, BANDWIDTH_MIB)
            cancel.wait(self._engine, migration, stop)
            seen = self._engine.migration(migration)["state"]
            refused = self._engine.try_to_cancel(migration)
        finally:
            stop.close()
        end = self._kills.settle(migration)
        state = self._engine.migration(migration)["state"]
        wrong = trail.wrong()
        # Near the switch both may be: what counts is that the answer, the end and the VM's host agree.
        if refused is None and state not in ("CANCELLED", "COMPLETED"):
            wrong.append(f"cancelled in state {seen}, it ended {end}")
        if refused is not None and (refused.status != HTTPStatus.CONFLICT or seen in _BEFORE[:-2]):
            wrong.append(f"in state {seen} it was refused: {refused}")
        if cancel.late and refused is None:
            wrong.append(f"in state {seen} it was not refused, {end}")
        if not cancel.late and cancel.wait is not BEFORE_SWITCHOVER.wait and state != "CANCELLED":
            wrong.append(f"cancelled in state {seen}, it ended {end}")
        stays = self._kills.way().source == way.source
        if stays != (state == "CANCELLED"):
            wrong.append(f"{VM} is on {self._kills.way().source} after {end}")
        if wrong:
            raise Wrong("; ".join(wrong))
        return f"in state {seen}: {'accepted' if refused is None else refused}; {end}"
