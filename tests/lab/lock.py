"""One `up` or `down` of a lab at a time. The lock is the lab's folder itself, so that none is left behind."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from lab.identity import Lab
from lab.progress import Progress


@contextmanager
def held(lab: Lab, progress: Progress) -> Iterator[None]:
    """Makes the folder if need be; a `down` may remove it while we wait, then the new one counts."""
    while True:
        lab.run.mkdir(exist_ok=True)
        folder = os.open(lab.run, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _lock(folder, progress)
            if _is_current(folder, lab):
                yield
                return
        finally:
            os.close(folder)
            _remove_if_empty(lab)


def _lock(folder: int, progress: Progress) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        progress.say("another up or down of this lab is at work: waiting for it")
        fcntl.flock(folder, fcntl.LOCK_EX)


def _remove_if_empty(lab: Lab) -> None:
    """An `up` that was refused before it made anything leaves nothing."""
    try:
        lab.run.rmdir()
    except OSError:
        # Not empty: the lab is there. Or gone: that was a `down`.
        return


def _is_current(folder: int, lab: Lab) -> bool:
    try:
        return os.path.samestat(os.fstat(folder), os.stat(lab.run))
    except FileNotFoundError:
        return False
