"""When a part is killed: while memory is copied, or around the moment at which the source's guest stops."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from demo.hosts import Host
from faults.engine import Engine
from faults.errors import Wrong

_PATIENCE_SECONDS = 60.0
_LAST_BYTES = 16 << 20


class Stop:
    """Hears QEMU's event of the guest's stop on the source; listens from when it is made."""

    def __init__(self, source: Host, vm: str) -> None:
        command = ["stdbuf", "-oL", "virsh", "qemu-monitor-event", vm, "--event", "STOP"]
        self._process = source.start(command + ["--timeout", f"{_PATIENCE_SECONDS:.0f}"], whole=True)

    def wait(self) -> None:
        """Until the guest has stopped.

        :raises Wrong: if it did not
        """
        out, _ = self._process.communicate(timeout=_PATIENCE_SECONDS + 10)
        if b"event STOP" not in out:
            raise Wrong(f"the guest did not stop within {_PATIENCE_SECONDS:.0f} s")

    def close(self) -> None:
        """Listens no longer."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()


@dataclass(frozen=True)
class Moment:
    """How to recognize it; the migration has been started."""

    title: str
    wait: Callable[[Engine, str, Stop], None]


def _copying(engine: Engine, migration: str, stop: Stop) -> None:
    def begun() -> bool:
        found = engine.migration(migration)
        return found["state"] == "COPYING" and sent(found) >= 1 << 20

    _await(begun, "copying")


def _ending(engine: Engine, migration: str, stop: Stop) -> None:
    def nearly_copied() -> bool:
        found = engine.migration(migration)
        return sent(found) > 0 and int(found["progress"]["remainingBytes"]) < _LAST_BYTES

    _await(nearly_copied, f"less than {_LAST_BYTES} bytes left")


def sent(migration: dict[str, Any]) -> int:
    """Bytes that a migration has sent so far."""
    return int(migration.get("progress", {}).get("processedBytes", 0))


def _await(condition: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > until:
            raise Wrong(f"the migration did not come to {what} within {_PATIENCE_SECONDS:.0f} s")
        time.sleep(0.05)


def after_stop(milliseconds: int) -> Moment:
    """So long after the guest stopped on the source."""

    def wait(engine: Engine, migration: str, stop: Stop) -> None:
        stop.wait()
        time.sleep(milliseconds / 1000)

    return Moment(f"{milliseconds} ms after the guest stopped", wait)


def _at_once(engine: Engine, migration: str, stop: Stop) -> None:
    """Between negotiation and copy, whatever of it is first."""


def reached(state: str) -> Callable[[Engine, str, Stop], None]:
    """Until the migration has come to a state, or passed it."""

    def wait(engine: Engine, migration: str, stop: Stop) -> None:
        def passed() -> bool:
            return state in [step["state"] for step in engine.migration(migration)["steps"]]

        _await(passed, state)

    return wait


AT_ONCE = Moment("before anything is copied", _at_once)
COPYING = Moment("while copying", _copying)
BEFORE_SWITCHOVER = Moment("just before the switch", _ending)
