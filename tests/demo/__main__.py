"""Command line of the demo: ``./droveway demo [--ipv6] [--keep] [--sabotage KIND]``."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from types import FrameType

from demo.act import Act, Tools
from demo.capture import CaptureError
from demo.certificates import CertificateError
from demo.disk_act import DiskAct
from demo.engine import Drovectl, EngineError, Rest
from demo.guest import TrailError
from demo.hosts import HostCommandError
from demo.leftovers import leftovers
from demo.packets import CaptureFormatError
from demo.report import Report
from demo.sabotage import KINDS, Sabotage
from demo.stage import DIRTY_PAGES, VM, Stage, StageError
from lab.errors import LabError

INTERRUPTED = 130
FAILURES = (
    CaptureError,
    CaptureFormatError,
    CertificateError,
    EngineError,
    HostCommandError,
    LabError,
    OSError,
    StageError,
    subprocess.SubprocessError,
    TrailError,
)


def main(arguments: list[str]) -> int:
    """Runs the demo; 0 only if everything was as it should be and nothing stays behind."""
    options = _options(arguments)
    if os.geteuid() != 0:
        print("demo: needs root, for namespaces and packets: run it with sudo", file=sys.stderr)
        return 1
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    report = Report()
    stage = Stage(report.note, options.ipv6)
    try:
        try:
            _play(stage, report, options.sabotage)
        except FAILURES as failure:
            report.check(False, "demo", f"{type(failure).__name__}: {failure}")
        finally:
            if not options.keep:
                _clear(stage, report)
    except KeyboardInterrupt:
        report.check(False, "demo", "interrupted")
        report.close()
        return INTERRUPTED
    good = report.close()
    if options.keep:
        _tell_how_to_reach(stage, report)
    return 0 if good else 1


def _options(arguments: list[str]) -> argparse.Namespace:
    kinds = "\n".join(f"  {kind:14}{what}" for kind, what in KINDS.items())
    parser = argparse.ArgumentParser(
        prog="./droveway demo",
        description="Migrates a VM under a secure and under an insecure policy and shows what was observed of it.",
        epilog=f"kinds of sabotage, each of which the demo must notice:\n{kinds}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--ipv6", action="store_true", help="over an IPv6 migration network, beside IPv4 addresses"
    )
    parser.add_argument("--keep", action="store_true", help="leave the lab running and print how to reach it")
    parser.add_argument("--sabotage", choices=list(KINDS), help="break one thing; the demo must fail")
    return parser.parse_args(arguments)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _play(stage: Stage, report: Report, kind: str | None) -> None:
    version = ", which is IPv6" if stage.ipv6 else ""
    report.heading(
        f"Lab {stage.lab.id}: three hosts, an engine, an intruder; h3 is not on the migration network{version}"
    )
    if stage.is_up():
        report.note("an earlier lab of this checkout is there and goes first")
        stage.down()
    stage.up()
    stage.dirty(VM, DIRTY_PAGES)
    assert stage.connection is not None
    drovectl = Drovectl(stage.checkout, stage.connection, report)
    drovectl.must("host", "list")
    drovectl.must("vm", "list")
    engine = [each.text for each in stage.host("engine").addresses()]
    outside = not any(each.startswith(("10.62.", "fd00:62:")) for each in engine)
    report.check(outside, "the engine's addresses", ", ".join(engine), "none on the migration network")
    sabotage = Sabotage(kind, stage.version)
    tools = Tools(stage, drovectl, Rest(stage.connection), report, sabotage)
    Act(tools, secure=True).run()
    if kind is None:
        DiskAct(tools).run()
        Act(tools, secure=False).run()
    else:
        report.note(f"sabotage {kind}: {KINDS[kind]}{'' if sabotage.done else ' (it did not come to it)'}")


def _clear(stage: Stage, report: Report) -> None:
    """Takes the lab down, and looks whether anything stayed."""
    report.heading("Clearing away")
    stage.down()
    left = leftovers(stage.lab)
    kinds = "no namespace, process, mount, loop device or folder"
    report.check(not left, "left behind", "; ".join(left) or kinds, "nothing")


def _tell_how_to_reach(stage: Stage, report: Report) -> None:
    report.heading("The lab keeps running")
    report.note(
        f"page: {stage.connection.url if stage.connection else '?'}/droveway/   end it: ./droveway lab down"
    )
    if stage.lab.connection.exists():
        for line in stage.lab.connection.read_text().splitlines():
            report.plain(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
