"""What the demo prints: headings with the time gone by, commands with their output, findings with a mark."""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import dataclass
from typing import TextIO

WIDTH = 100
_BOLD, _DIM, _GREEN, _RED, _CYAN = "1", "2", "32", "31", "36"


@dataclass(frozen=True)
class Finding:
    """Something that was looked at: as it should be, or not."""

    ok: bool
    subject: str
    found: str
    needed: str = ""

    @property
    def fault(self) -> str:
        """One line for the list of what is wrong."""
        return f"{self.subject}: {self.found}" + (f"; needed: {self.needed}" if self.needed else "")


class Report:
    """Writes to a stream, with colour only if it is a terminal, and remembers what was wrong."""

    def __init__(self, out: TextIO = sys.stdout, colour: bool | None = None) -> None:
        self._out = out
        self._colour = (out.isatty() and "NO_COLOR" not in os.environ) if colour is None else colour
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self.faults: list[str] = []
        self.checks = 0

    @property
    def elapsed(self) -> float:
        """Seconds since the demo began."""
        return time.monotonic() - self._began

    def heading(self, text: str) -> None:
        """A part of the demo begins."""
        clock = f" {self.elapsed:5.1f} s"
        line = f"── {text} ".ljust(WIDTH - len(clock), "─")
        self._write("", self._paint(line + clock, _BOLD))

    def command(self, text: str) -> None:
        """A command as a person would type it."""
        self._write(self._paint(f"  $ {text}", _CYAN))

    def output(self, text: str) -> None:
        """What a command printed."""
        self._write(*(f"    {line}".rstrip() for line in text.rstrip().splitlines()))

    def note(self, text: str) -> None:
        """A remark."""
        self._write(self._paint(f"  {text}", _DIM))

    def plain(self, text: str) -> None:
        """A bare line, for machines to read."""
        self._write(text)

    def finding(self, finding: Finding) -> bool:
        """A finding with its mark; one that is not as it should be makes the demo fail."""
        mark = self._paint("✓", _GREEN) if finding.ok else self._paint("✗", _RED)
        text = (
            finding.found
            if finding.ok or not finding.needed
            else f"{finding.found} (needed: {finding.needed})"
        )
        self._write(f"  {mark} {finding.subject:<22} {text}")
        self.checks += 1
        if not finding.ok:
            self.faults.append(finding.fault)
        return finding.ok

    def check(self, ok: bool, subject: str, found: str, needed: str = "") -> bool:
        """Makes and prints a finding."""
        return self.finding(Finding(ok, subject, found, needed))

    def close(self) -> bool:
        """The last lines; true if all was as it should be."""
        self.heading("Result")
        if not self.faults:
            self._write(self._paint(f"  {self.checks} checks, all as they should be", _GREEN))
            return True
        self._write(
            self._paint(f"  {len(self.faults)} of {self.checks} checks are not as they should be:", _RED)
        )
        self._write(*(f"    {number}. {fault}" for number, fault in enumerate(self.faults, 1)))
        return False

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self._colour else text

    def _write(self, *lines: str) -> None:
        with self._lock:
            for line in lines:
                print(line, file=self._out)
            self._out.flush()
