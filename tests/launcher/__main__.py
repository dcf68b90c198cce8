"""./droveway test: runs suites, prints one line for each and the sum at the end."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from launcher import counts
from launcher.counts import Counts
from launcher.suites import PYTHON, Run, Suite, all_suites

TAIL = 40


def main() -> int:
    root = Path(os.environ["DROVEWAY_ROOT"])
    suites = all_suites(root)
    options = _options(suites)
    if options.list:
        for suite in suites:
            print(f"{suite.name:10} {'--full ' if suite.full else ''}{suite.what}")
        return 0
    signal.signal(signal.SIGTERM, _stop)
    chosen = [suite for suite in suites if _is_chosen(suite, options)]
    logs = root / "target" / "launcher"
    logs.mkdir(parents=True, exist_ok=True)
    total = Counts(0, 0)
    try:
        for suite in chosen:
            total += _run(suite, root, logs / f"test-{suite.name}.log")
    finally:
        _tear_down(root)
    print(f"{total.passed} passed, {total.failed} failed")
    return 0 if total.failed == 0 else 1


def _options(suites: tuple[Suite, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./droveway test", allow_abbrev=False)
    parser.add_argument("--full", action="store_true", help="also what takes longer than 20 minutes")
    parser.add_argument("--list", action="store_true", help="name the suites and end")
    parser.add_argument(
        "--only",
        action="append",
        metavar="SUITE",
        choices=[suite.name for suite in suites],
        help="repeatable",
    )
    return parser.parse_args()


def _is_chosen(suite: Suite, options: argparse.Namespace) -> bool:
    if options.only:
        return suite.name in options.only
    return options.full or not suite.full


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _run(suite: Suite, root: Path, log: Path) -> Counts:
    """Runs one suite to its end, prints its line and, if it failed, the end of its output."""
    started = time.time()
    status = _execute(suite, root, log)
    output = log.read_text(encoding="utf-8", errors="replace")
    found = counts.of_suite(suite.count(Run(root, status, output, started)), status)
    seconds = time.time() - started
    print(
        f"{suite.name:10} {found.passed:6} passed {found.failed:5} failed {seconds:6.0f} s   {suite.what}",
        flush=True,
    )
    if found.failed:
        _explain(output, log, status)
    return found


def _explain(output: str, log: Path, status: int) -> None:
    """What failed by name, as far as the tool names it, and the end of what it printed."""
    for line in counts.named_failures(output):
        print(f"    {line}")
    print(f"--- {log}, last {TAIL} lines (exit status {status})")
    print("\n".join(output.splitlines()[-TAIL:]))
    print("---", flush=True)


def _execute(suite: Suite, root: Path, log: Path) -> int:
    """The suite's exit status; 124 when it took too long. Its whole process group ends with it."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            suite.command,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            return process.wait(suite.timeout)
        except subprocess.TimeoutExpired:
            out.write(f"\nnot finished after {suite.timeout} s: ended\n".encode())
            return 124
        finally:
            _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
            process.wait(20)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def _tear_down(root: Path) -> None:
    """Whatever the suites did, no lab stays."""
    down = subprocess.run([PYTHON, "-m", "lab", "down"], cwd=root, capture_output=True, text=True)
    if down.returncode != 0:
        print(f"tearing down the lab failed: {down.stdout}{down.stderr}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
