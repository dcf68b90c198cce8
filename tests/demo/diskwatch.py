"""Watches the counter on a guest's disk from outside: polls the backing file every 5 ms, as a process of its own.

``python3 -m demo.diskwatch FILE`` prints a line ``TIME COUNTER`` at each change until it is ended.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from demo.guest import SECTOR, Sample, TrailError, parse_header

POLL_SECONDS = 0.005


class DiskWatch:
    """The watching process, and what it told."""

    def __init__(self, disk: Path) -> None:
        self._disk = disk
        self._samples: list[Sample] = []
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Starts to watch, ahead of ordinary processes: a late look would make the gap longer than it is."""
        self._process = subprocess.Popen(
            ["nice", "-n", "-15", sys.executable, "-m", "demo.diskwatch", str(self._disk)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)},
        )
        self._reader = threading.Thread(target=self._follow, daemon=True)
        self._reader.start()

    def _follow(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        for line in self._process.stdout:
            at, counter = line.split()
            self._samples.append(Sample(float(at), int(counter)))

    @property
    def samples(self) -> list[Sample]:
        """What was seen so far."""
        return list(self._samples)

    def stop(self) -> list[Sample]:
        """Ends the watch and gives every change seen."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
        if self._reader is not None:
            self._reader.join(timeout=10)
        return self.samples


def watch(disk: Path) -> None:
    """Prints each change of the counter until the process is ended."""
    last = -1
    due = time.monotonic()
    with disk.open("rb", buffering=0) as file:
        while True:
            try:
                counter = parse_header(os.pread(file.fileno(), SECTOR, 0)).counter
            except TrailError:
                counter = last
            if counter != last:
                print(f"{time.time():.6f} {counter}", flush=True)
                last = counter
            due = max(due + POLL_SECONDS, time.monotonic())
            time.sleep(max(0.0, due - time.monotonic()))


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
