"""Measures how long the demo takes, and how long the first build takes in a fresh clone."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

from bench.measures import Measure


def demo(checkout: Path) -> list[Measure]:
    """`./droveway demo` with an up-to-date build, from command to prompt."""
    began = time.monotonic()
    done = _quietly(["./droveway", "demo"], checkout)
    seconds = time.monotonic() - began
    told = re.search(r"(\d+) checks, all as they should be", done.stdout)
    if done.returncode == 0 and told is not None:
        return [Measure("demo", "s", seconds, 90, f"{told.group(1)} checks")]
    last = (done.stderr or done.stdout).strip().splitlines()[-1:]
    return [
        Measure(
            "demo", "s", None, 90, f"exit status {done.returncode} after {seconds:.0f} s: {' '.join(last)}"
        )
    ]


def first_build(checkout: Path) -> list[Measure]:
    """`./droveway build` in a fresh clone; Maven's and npm's local stores are whatever they are."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="droveway-bench-") as folder:
        clone = Path(folder) / "droveway"
        subprocess.run(
            ["git", "clone", "--quiet", str(checkout), str(clone)], check=True, capture_output=True
        )
        began = time.monotonic()
        done = _quietly(["./droveway", "build"], clone)
        seconds = time.monotonic() - began
    if done.returncode == 0:
        return [Measure("first build", "s", seconds, None, "fresh clone, local stores as they are")]
    return [Measure("first build", "s", None, None, f"exit status {done.returncode}")]


def _quietly(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
