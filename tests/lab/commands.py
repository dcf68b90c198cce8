"""Runs the machine's own tools and turns their failures into one line."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from lab.errors import LabError


def run(argv: Sequence[str], stdin: str | None = None, timeout: float = 60) -> str:
    """Standard output of a command that has to succeed."""
    try:
        done = subprocess.run(argv, input=stdin, capture_output=True, text=True, timeout=timeout)
    except FileNotFoundError as missing:
        raise LabError(
            f"{argv[0]} is not installed: run ./droveway lab up, which installs packages"
        ) from missing
    except subprocess.TimeoutExpired as late:
        raise LabError(f"`{' '.join(argv)}` did not end within {timeout:.0f} s") from late
    if done.returncode != 0:
        complaint = " ".join((done.stderr or done.stdout).split())
        raise LabError(f"`{' '.join(argv)}` failed with status {done.returncode}: {complaint}")
    return done.stdout
