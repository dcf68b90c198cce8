"""Somebody on the migration network who tries every door: sends SYNs to the pool's ports and notes who answers.

Runs in the intruder's namespace as ``python3 -m demo.intruder ORDER`` (a JSON object, see :class:`Order`) and scans until SIGTERM or
end of input; then it prints one JSON object, see :class:`Report`. It makes whole Ethernet frames, so that it can try a host's addresses
on networks it is not on, too, and so that its own kernel has no say in what is sent.
"""

from __future__ import annotations

import ipaddress
import json
import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from demo.packets import SYN, tcp_segment

POOL = (range(61000, 61050), range(49152, 49216))
_SOURCE_PORTS = range(20000, 28000)
_IPV4_TYPE = 0x0800
_IPV6_TYPE = 0x86DD


@dataclass(frozen=True)
class Order:
    """What to scan; ``sources`` are the intruder's own addresses, one for each version in ``targets``."""

    interface: str
    own_hardware: str
    target_hardware: str
    sources: list[str]
    targets: list[str]
    ports: list[int]
    rate: float


@dataclass(frozen=True)
class Answer:
    """A SYN-ACK, at seconds of the machine's clock."""

    time: float
    address: str
    port: int


@dataclass
class Report:
    """What was sent and what came back."""

    began: float
    ended: float
    sent: int
    resets: int
    answers: list[Answer] = field(default_factory=list)
    fewest: int = 0
    doors: int = 0
    resets_from: dict[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """SYNs sent per second, as it was, not as it was ordered."""
        return self.sent / (self.ended - self.began) if self.ended > self.began else 0.0


def pool_ports() -> list[int]:
    """Every port of Droveway's pool and of libvirt's own range."""
    return [port for ports in POOL for port in ports]


def syn_frame(order: Order, source: str, target: str, source_port: int, port: int, sequence: int) -> bytes:
    """An Ethernet frame that holds one SYN."""
    one, other = ipaddress.ip_address(source), ipaddress.ip_address(target)
    ports = struct.pack("!HHIIBBHHH", source_port, port, sequence, 0, 6 << 4, SYN, 64240, 0, 0)
    tcp = ports + struct.pack("!BBH", 2, 4, 1460)
    pseudo = one.packed + other.packed
    pseudo += (
        struct.pack("!BBH", 0, 6, len(tcp)) if one.version == 4 else struct.pack("!IHBB", len(tcp), 0, 0, 6)
    )
    tcp = tcp[:16] + struct.pack("!H", checksum(pseudo + tcp)) + tcp[18:]
    ethernet = _hardware(order.target_hardware) + _hardware(order.own_hardware)
    if one.version == 4:
        head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(tcp), sequence & 0xFFFF, 0x4000, 64, 6, 0)
        head += one.packed + other.packed
        head = head[:10] + struct.pack("!H", checksum(head)) + head[12:]
        return ethernet + struct.pack("!H", _IPV4_TYPE) + head + tcp
    head = struct.pack("!IHBB", 6 << 28, len(tcp), 6, 64) + one.packed + other.packed
    return ethernet + struct.pack("!H", _IPV6_TYPE) + head + tcp


def checksum(data: bytes) -> int:
    """The Internet checksum."""
    if len(data) % 2:
        data += b"\0"
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _hardware(address: str) -> bytes:
    return bytes.fromhex(address.replace(":", ""))


def doors(order: Order) -> list[tuple[str, str, int]]:
    """Source, target and port of every SYN of one round; a target without a source of its version is an error.

    Where it has one, the source is of the target's scope, as a neighbour's would be.
    """
    found = []
    for target in order.targets:
        other = ipaddress.ip_address(target)
        own = [each for each in map(ipaddress.ip_address, order.sources) if each.version == other.version]
        if not own:
            raise ValueError(
                f"no IPv{other.version} address of the intruder to try {target} from: {order.sources}"
            )
        source = next((each for each in own if each.is_link_local == other.is_link_local), own[0])
        found += [(str(source), target, port) for port in order.ports]
    return found


class Scan:
    """One scan, from its first SYN to the report."""

    def __init__(self, order: Order, wire: socket.socket) -> None:
        self._order = order
        self._wire = wire
        self._doors = doors(order)
        self._answers: list[Answer] = []
        self._sent = 0
        self._resets: dict[str, int] = {}
        self._stop = False

    def stop(self) -> None:
        """Ends the scan after the frame in hand."""
        self._stop = True

    def run(self) -> Report:
        """Scans until :meth:`stop`, and a little longer for answers under way."""
        began = time.time()
        frames = self._frames()
        start = time.monotonic()
        while not self._stop:
            due = int((time.monotonic() - start) * self._order.rate) - self._sent
            for _ in range(min(max(due, 0), 64)):
                self._wire.send(next(frames))
                self._sent += 1
            self._listen(1 / self._order.rate)
        ended = time.time()
        until = time.monotonic() + 0.2
        while time.monotonic() < until:
            self._listen(0.05)
        rounds = self._sent // len(self._doors)
        return Report(
            began,
            ended,
            self._sent,
            sum(self._resets.values()),
            self._answers,
            rounds,
            len(self._doors),
            self._resets,
        )

    def _frames(self) -> Iterator[bytes]:
        count = 0
        while True:
            for source, target, port in self._doors:
                from_port = _SOURCE_PORTS[count % len(_SOURCE_PORTS)]
                yield syn_frame(self._order, source, target, from_port, port, (count * 64000) & 0xFFFFFFFF)
                count += 1

    def _listen(self, seconds: float) -> None:
        ready, _, _ = select.select([self._wire], [], [], seconds)
        if not ready:
            return
        for _ in range(256):
            try:
                frame = self._wire.recv(2048)
            except BlockingIOError:
                return
            self._judge(frame)

    def _judge(self, frame: bytes) -> None:
        segment = tcp_segment(time.time(), frame)
        if segment is None or segment.destination.address not in self._order.sources:
            return
        if segment.syn_ack:
            self._answers.append(Answer(segment.time, segment.source.address, segment.source.port))
        elif segment.reset:
            address = segment.source.address
            self._resets[address] = self._resets.get(address, 0) + 1


def main() -> None:
    """Scans as ordered on the command line."""
    order = Order(**json.loads(sys.argv[1]))
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    wire.bind((order.interface, 0))
    wire.setblocking(False)
    scan = Scan(order, wire)
    signal.signal(signal.SIGTERM, lambda number, frame: scan.stop())
    print("scanning", flush=True)
    print(json.dumps(asdict(scan.run())), flush=True)


def read_report(text: str) -> Report:
    """Reads what :func:`main` printed last."""
    told: dict[str, Any] = json.loads(text.strip().splitlines()[-1])
    told["answers"] = [Answer(**each) for each in told["answers"]]
    return Report(**told)


def command(order: Order) -> list[str]:
    """The command that scans, to be run in the intruder's namespace."""
    tests = Path(__file__).resolve().parent.parent
    return ["env", f"PYTHONPATH={tests}", sys.executable, "-m", "demo.intruder", json.dumps(asdict(order))]


if __name__ == "__main__":
    os.nice(-5)
    main()
