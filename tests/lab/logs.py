"""Where to look when a service does not come up."""

from __future__ import annotations

from pathlib import Path


def hint(log: Path) -> str:
    """The log's path and its last line that is no stack frame."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return f"it has not been started: see {log.with_name('supervisor.log')}"
    said = [line for line in lines if line and not line[0].isspace()]
    return f"see {log}" + (f", which ends: {said[-1][:300]}" if said else "")
