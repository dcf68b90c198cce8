"""The control of the intruder: the same scan hears an answer as soon as the test lets it in."""

from __future__ import annotations

import sys
import time

from demo.hosts import Host
from demo.intruder import Report
from demo.observer import Intrusion
from demo.packets import Endpoint
from demo.pinholes import Pinhole
from demo.report import Finding

PORT = 61049
_LISTEN = (
    "import socket, sys; v = socket.AF_INET6 if ':' in sys.argv[1] else socket.AF_INET;"
    " s = socket.create_server((sys.argv[1], int(sys.argv[2])), family=v); print('listening', flush=True);"
    " import time; time.sleep(60)"
)
_SCAN_SECONDS = 0.4


def scan_with_and_without_pinhole(intruder: Host, target: Host, version: int) -> list[Finding]:
    """Scans a port on which somebody listens: shut it gives no answer; with the intruder's address in a pinhole it does."""
    own, address = intruder.migration_address(version), target.migration_address(version)
    element = ["element", "inet", "droveway", *Pinhole(own, address, PORT).element(20)]
    listener = target.start([sys.executable, "-c", _LISTEN, address, str(PORT)])
    assert listener.stdout is not None
    try:
        listener.stdout.readline()
        shut = _scan(intruder, target)
        target.run(["nft", "add", *element])
        try:
            opened = _scan(intruder, target)
        finally:
            target.run(["nft", "delete", *element], check=False)
    finally:
        listener.kill()
        listener.wait()
    door = f"{Endpoint(address, PORT)}, where somebody listens"
    return [
        Finding(not shut.answers, "control: shut", f"{len(shut.answers)} SYN-ACKs from {door}", "0"),
        Finding(
            any((each.address, each.port) == (address, PORT) for each in opened.answers),
            "control: let in",
            f"{len(opened.answers)} SYN-ACKs from {door}, with {own} in a pinhole",
            "1 or more, or the intruder would be deaf",
        ),
    ]


def _scan(intruder: Host, target: Host) -> Report:
    intrusion = Intrusion(intruder, target, [PORT])
    intrusion.start()
    time.sleep(_SCAN_SECONDS)
    return intrusion.stop()
