"""Captures what crosses the interfaces of the hosts, with tcpdump, and reads it afterwards."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from demo.hosts import Host
from demo.packets import Segment, read_capture, tcp_segment
from demo.streams import Connection, StreamTable

_START_SECONDS = 10.0
_BUFFER_KIB = 65536


class CaptureError(Exception):
    """A capture that did not start, or that lost packets: nothing may be concluded from what it lacks."""


@dataclass(frozen=True)
class Captured:
    """What one interface carried."""

    host: str
    interface: str
    connections: list[Connection]
    packets: int

    def between(self, one: str, other: str) -> list[Connection]:
        """Connections between two addresses."""
        return [
            each for each in self.connections if {each.client.address, each.server.address} == {one, other}
        ]


class Capture:
    """One tcpdump on one interface of one host."""

    def __init__(self, host: Host, interface: str, folder: Path) -> None:
        self._host = host
        self.interface = interface
        self._file = folder / f"{host.name}-{interface}.pcap"
        self._log = folder / f"{host.name}-{interface}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts tcpdump; returns at once, see :meth:`await_ready`."""
        arguments = ["tcpdump", "-i", self.interface, "-n", "-p", "-U", "-s", "0", "-B", str(_BUFFER_KIB)]
        arguments += ["-Z", "root", "-w", str(self._file), "tcp"]
        with self._log.open("wb") as log:
            self._process = self._host.start(arguments, stdout=subprocess.DEVNULL, stderr=log)

    def await_ready(self) -> None:
        """Waits until tcpdump says that it listens."""
        assert self._process is not None
        until = time.monotonic() + _START_SECONDS
        while "listening on" not in self._log.read_text():
            if self._process.poll() is not None or time.monotonic() > until:
                raise CaptureError(
                    f"tcpdump on {self._host.name} {self.interface} does not listen: {self._log.read_text().strip()}"
                )
            time.sleep(0.02)

    def stop(self) -> None:
        """Ends tcpdump; what it holds back is written first."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(timeout=30)

    def read(self, marker: bytes) -> Captured:
        """All connections, after :meth:`stop`.

        :raises CaptureError: if packets were lost
        """
        check_nothing_lost(f"{self._host.name} {self.interface}", self._log.read_text())
        table, packets = StreamTable(self.interface, marker), 0
        with self._file.open("rb") as stream:
            for at, frame in read_capture(stream):
                packets += 1
                segment = tcp_segment(at, frame)
                if segment is not None:
                    table.take(segment)
        self._file.unlink()
        return Captured(self._host.name, self.interface, table.connections(), packets)

    def segments(self) -> list[Segment]:
        """Every TCP segment without its connection, after :meth:`stop` and before :meth:`read`."""
        with self._file.open("rb") as stream:
            found = (tcp_segment(at, frame) for at, frame in read_capture(stream))
            return [each for each in found if each is not None]


def check_nothing_lost(where: str, log: str) -> None:
    """Raises :class:`CaptureError` unless tcpdump's closing lines say that nothing was dropped."""
    told = re.search(r"(\d+) packets? dropped by kernel", log)
    if told is None:
        raise CaptureError(f"tcpdump on {where} did not say how many packets it lost: {log.strip()}")
    if int(told.group(1)) != 0:
        raise CaptureError(f"tcpdump on {where} lost {told.group(1)} packets, needed 0")
