"""Tells people on stderr what goes on, and how long since the start."""

from __future__ import annotations

import sys
import time


class Progress:
    def __init__(self) -> None:
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started

    def say(self, text: str) -> None:
        print(f"lab: {self.seconds:5.1f} s  {text}", file=sys.stderr, flush=True)
