"""Tests of what the bench makes of its figures."""

from __future__ import annotations

import socket
import tempfile
import threading
import unittest
from pathlib import Path

from bench.measures import Measure, table
from bench.migrations import Run, summary
from bench.relay import Relay


class TestMeasures(unittest.TestCase):
    def test_says_met_and_missed_and_neither(self) -> None:
        self.assertTrue(Measure("a", "s", 8.0, 8.0).met)
        self.assertFalse(Measure("a", "s", 8.1, 8.0).met)
        self.assertIsNone(Measure("a", "s", 8.1).met)
        self.assertIsNone(Measure("a", "s", None, 8.0).met)

    def test_prints_what_was_missed_or_not_measured(self) -> None:
        text = table([Measure("one", "s", 9.0, 8.0), Measure("two", "MB", None, 5, "broken")])
        self.assertIn("MISSED", text)
        self.assertIn("not measured", text)
        self.assertIn("broken", text)

    def test_compares_medians(self) -> None:
        ours = [Run(9.0, 0.03), Run(10.0, 0.02), Run(50.0, 0.04)]
        theirs = [Run(8.0, 0.02), Run(10.0, 0.02), Run(9.5, 0.02)]
        found = {each.name: each.measured for each in summary(ours, theirs)}
        self.assertAlmostEqual(found["migration: Droveway ÷ virsh"] or 0, 10.0 / 9.5)
        self.assertAlmostEqual(found["migration: added"] or 0, 500)
        self.assertAlmostEqual(found["downtime: Droveway"] or 0, 30)

    def test_says_that_the_plain_migration_was_too_short_to_compare(self) -> None:
        self.assertIn("less than 8 s", summary([Run(3, 0)], [Run(2, 0)])[0].remark)


class TestRelay(unittest.TestCase):
    def test_forwards_both_ways_and_takes_its_socket_away(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            target, listen = Path(folder) / "target", Path(folder) / "listen"
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
                server.bind(str(target))
                server.listen()
                threading.Thread(target=self._echo, args=(server,), daemon=True).start()
                with Relay(listen, target), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
                    client.settimeout(5)
                    client.connect(str(listen))
                    for word in (b"one", b"two" * 50000):
                        client.sendall(word)
                        found = b""
                        while len(found) < len(word):
                            found += client.recv(65536)
                        self.assertEqual(found, word)
            self.assertFalse(listen.exists())

    @staticmethod
    def _echo(server: socket.socket) -> None:
        client, _ = server.accept()
        with client:
            while piece := client.recv(65536):
                client.sendall(piece)


if __name__ == "__main__":
    unittest.main()
