"""Command line of the bench: ``./droveway bench [--quick] [--only PART] [--json FILE]``. Exit status 0 whether aims are met or not."""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from bench import durations, pinholes, policies, processes
from bench.measures import Measure, table
from bench.migrations import Migrations
from demo.stage import Stage

ROUNDS, QUICK_ROUNDS = 10, 2
STARTS, QUICK_STARTS = 6, 2
PARTS = ("migrations", "pinholes", "policies", "processes", "demo", "first-build")


def main(arguments: list[str]) -> int:
    """Measures and prints."""
    options = _options(arguments)
    if os.geteuid() != 0:
        print("bench: needs root, for namespaces: run it with sudo", file=sys.stderr)
        return 1
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    chosen = options.only or [part for part in PARTS if part != "first-build"]
    measures: list[Measure] = []
    try:
        _measure(chosen, options.quick, measures)
    finally:
        print(f"\n{_machine()}\n\n{table(measures)}", flush=True)
        if options.json is not None:
            found = {
                "machine": _machine(),
                "quick": options.quick,
                "measures": [each.as_json() for each in measures],
            }
            options.json.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./droveway bench", allow_abbrev=False)
    parser.add_argument(
        "--quick", action="store_true", help="few repeats: to see that it works, not to be quoted"
    )
    parser.add_argument(
        "--only", action="append", choices=PARTS, help="repeatable; first-build runs only when named"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser.parse_args(arguments)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _measure(chosen: list[str], quick: bool, measures: list[Measure]) -> None:
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"bench: {time.monotonic() - began:6.1f} s  {text}", flush=True)

    stage = Stage(say)
    if "first-build" in chosen:
        say("first build, in a fresh clone")
        measures += durations.first_build(stage.checkout)
    if "pinholes" in chosen:
        say("pinholes")
        measures += pinholes.measure(stage.checkout, 0.1 if quick else 1.0)
    if "policies" in chosen:
        say("policies")
        measures += policies.measure(stage.checkout, 0.2 if quick else 1.0)
    if "migrations" in chosen or "processes" in chosen:
        _in_lab(stage, chosen, quick, measures, say)
    if "demo" in chosen:
        say("demo")
        measures += durations.demo(stage.checkout)


def _in_lab(
    stage: Stage, chosen: list[str], quick: bool, measures: list[Measure], say: Callable[[str], None]
) -> None:
    if stage.is_up():
        say("an earlier lab of this checkout is there and goes first")
        stage.down()
    try:
        stage.up()
        say("lab is up")
        if "migrations" in chosen:
            measures += Migrations(stage, say).measure(QUICK_ROUNDS if quick else ROUNDS)
        if "processes" in chosen:
            measures += processes.measure(stage, QUICK_STARTS if quick else STARTS, say)
    finally:
        stage.down()


def _machine() -> str:
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} CPUs ({model}), Linux {platform.release()}, QEMU without KVM"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
