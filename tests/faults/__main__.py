"""`./droveway test --only faults`: a lab, every fault in it, nothing left. `python3 -m faults TEXT` plays what has it in its title."""

from __future__ import annotations

import signal
import sys
from types import FrameType

from demo.leftovers import leftovers
from demo.report import Report
from demo.stage import DIRTY_PAGES, VM, Stage, StageError
from faults.cancels import Cancels
from faults.cuts import CUT, Cuts
from faults.engine import Engine
from faults.kills import KILLS, Kills
from faults.lies import Lies

LIES = "lies"


def main(arguments: list[str]) -> int:
    """0 only if every case was as it must be and nothing stays behind."""
    wanted = " ".join(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    report = Report()
    stage = Stage(report.note)
    try:
        _play(stage, report, wanted)
    except StageError as failure:
        report.check(False, "lab", str(failure))
    finally:
        stage.down()
    left = leftovers(stage.lab)
    report.check(not left, "left behind", "; ".join(left) or "nothing", "nothing")
    return 0 if report.close() else 1


def _play(stage: Stage, report: Report, wanted: str) -> None:
    if stage.is_up():
        stage.down()
    report.heading(f"Lab {stage.lab.id}")
    stage.up()
    stage.dirty(VM, DIRTY_PAGES)
    engine = Engine(stage.lab)
    engine.set_policy()
    kills = Kills(stage, engine, report)
    report.heading("Killed in the middle of a migration")
    for kill in KILLS:
        if wanted in kill.title:
            kills.play(kill)
    report.heading("Cut off")
    if wanted in CUT:
        Cuts(stage, engine, kills, report).play()
    report.heading("Cancelled")
    Cancels(stage, engine, kills, report).play(wanted)
    if wanted in LIES:
        report.heading("Tried by a host that has a good certificate")
        Lies(stage, engine, kills, report).play()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
