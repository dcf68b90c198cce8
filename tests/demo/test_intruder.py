"""Tests of the intruder; the last ones scan a listener of the test's own in namespaces of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import unittest
from dataclasses import asdict

from demo.intruder import Answer, Order, Report, checksum, command, doors, pool_ports, read_report, syn_frame
from demo.packets import tcp_segment


def order(**changes: object) -> Order:
    fields: dict[str, object] = {
        "interface": "mig0",
        "own_hardware": "02:00:00:00:00:66",
        "target_hardware": "02:00:00:00:00:12",
        "sources": ["10.62.0.66", "fd00::66"],
        "targets": ["10.62.0.12", "fd00::12"],
        "ports": [61000, 61001],
        "rate": 500.0,
    }
    return Order(**{**fields, **changes})  # type: ignore[arg-type]


class TestIntruder(unittest.TestCase):
    def test_the_pool_is_droveways_and_libvirts_ports(self) -> None:
        self.assertEqual(len(pool_ports()), 50 + 64)
        self.assertTrue({61000, 61049, 49152, 49215} <= set(pool_ports()))

    def test_tries_every_port_of_every_address_from_an_address_of_its_version(self) -> None:
        self.assertEqual(
            doors(order()),
            [
                ("10.62.0.66", "10.62.0.12", 61000),
                ("10.62.0.66", "10.62.0.12", 61001),
                ("fd00::66", "fd00::12", 61000),
                ("fd00::66", "fd00::12", 61001),
            ],
        )

    def test_tries_a_link_local_address_from_its_own(self) -> None:
        scan = order(sources=["fd00::66", "fe80::66"], targets=["fd00::12", "fe80::12"], ports=[61000])
        self.assertEqual(doors(scan), [("fd00::66", "fd00::12", 61000), ("fe80::66", "fe80::12", 61000)])

    def test_refuses_an_address_that_it_has_no_source_for(self) -> None:
        with self.assertRaisesRegex(ValueError, "no IPv6 address"):
            doors(order(sources=["10.62.0.66"]))

    def test_makes_a_syn_that_the_observer_reads(self) -> None:
        for source, target in (("10.62.0.66", "10.62.0.12"), ("fd00::66", "fd00::12")):
            segment = tcp_segment(1.0, syn_frame(order(), source, target, 20001, 61000, 5))
            assert segment is not None
            self.assertTrue(segment.syn)
            self.assertEqual((segment.source.address, segment.source.port), (source, 20001))
            self.assertEqual((segment.destination.address, segment.destination.port), (target, 61000))

    def test_sums_to_zero_with_the_checksum_in_place(self) -> None:
        frame = syn_frame(order(), "10.62.0.66", "10.62.0.12", 20001, 61000, 5)
        self.assertEqual(checksum(frame[14:34]), 0)

    def test_reads_its_report_back(self) -> None:
        report = Report(
            10.0, 12.0, 900, 890, [Answer(11.0, "10.62.0.12", 61000)], 3, 300, {"10.62.0.12": 890}
        )
        found = read_report("scanning\n" + json.dumps(asdict(report)) + "\n")
        self.assertEqual((found, found.rate), (report, 450.0))


class TestScan(unittest.TestCase):
    """Needs root: two namespaces joined by a veth pair."""

    def setUp(self) -> None:
        self.names = [f"droveway-scan-{os.getpid()}-{side}" for side in ("a", "b")]
        for name in self.names:
            self._ip("netns", "add", name)
            self.addCleanup(self._ip, "netns", "del", name)
        self._ip(
            "-n",
            self.names[0],
            "link",
            "add",
            "v0",
            "type",
            "veth",
            "peer",
            "name",
            "v0",
            "netns",
            self.names[1],
        )
        for name, last in zip(self.names, ("66", "12")):
            for address in (f"10.62.0.{last}/24", f"fd00::{last}/64"):
                options = ["nodad"] if ":" in address else []
                self._ip("-n", name, "address", "add", address, "dev", "v0", *options)
            self._ip("-n", name, "link", "set", "v0", "up")

    def test_hears_a_listener_and_nobody_else(self) -> None:
        listener = self._listen(61007)
        self.addCleanup(self._end, listener)
        scan = order(
            interface="v0",
            own_hardware=self._hardware(0),
            target_hardware=self._hardware(1),
            ports=list(range(61000, 61010)),
        )
        process = subprocess.Popen(
            ["ip", "netns", "exec", self.names[0], *command(scan)], stdout=subprocess.PIPE, text=True
        )
        time.sleep(1.5)
        process.send_signal(signal.SIGTERM)
        report = read_report(process.communicate(timeout=10)[0])
        self.assertEqual(
            {(each.address, each.port) for each in report.answers},
            {("10.62.0.12", 61007), ("fd00::12", 61007)},
        )
        self.assertGreater(report.rate, 200)
        self.assertEqual(set(report.resets_from), {"10.62.0.12", "fd00::12"})
        self.assertEqual(report.resets, sum(report.resets_from.values()))
        self.assertEqual((report.doors, report.fewest), (20, report.sent // 20))

    def _listen(self, port: int) -> subprocess.Popen[str]:
        script = (
            "import socket, time; s = socket.create_server(('::', %d), family=socket.AF_INET6, dualstack_ipv6=True);"
            " print('listening', flush=True); time.sleep(60)" % port
        )
        process = subprocess.Popen(
            ["ip", "netns", "exec", self.names[1], sys.executable, "-c", script],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        self.assertEqual(process.stdout.readline().strip(), "listening")
        return process

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> None:
        process.kill()
        process.communicate(timeout=10)

    def _hardware(self, side: int) -> str:
        found = self._ip("-json", "-n", self.names[side], "link", "show", "v0")
        return str(json.loads(found)[0]["address"])

    @staticmethod
    def _ip(*arguments: str) -> str:
        return subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    unittest.main()
