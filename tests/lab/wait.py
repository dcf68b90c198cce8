"""Waits for conditions, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable

from lab.errors import LabError

PAUSE = 0.05


def until(condition: Callable[[], bool], seconds: float, failure: Callable[[], str]) -> None:
    """Returns when the condition holds; after the given seconds says what is wrong instead."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise LabError(f"{failure()} (waited {seconds:.0f} s)")
        time.sleep(PAUSE)
