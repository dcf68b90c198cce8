"""Tests of measuring the downtime from QEMU's events."""

from __future__ import annotations

import unittest

from demo.downtime import DowntimeError, QemuEvent, downtime_of, parse_event


def event(host: str, name: str, time: float, vm: str = "vm1") -> QemuEvent:
    return QemuEvent(host, vm, name, time)


class TestDowntime(unittest.TestCase):
    def test_reads_virshs_lines(self) -> None:
        self.assertEqual(
            parse_event("h1", "event STOP at 1763719000.123456 for domain 'vm1': <null>"),
            event("h1", "STOP", 1763719000.123456),
        )
        self.assertIsNone(parse_event("h1", "events received: 3"))

    def test_is_the_time_from_the_last_stop_to_the_resume(self) -> None:
        events = [
            event("h1", "STOP", 1.0),
            event("h1", "STOP", 2.0),
            event("h2", "RESUME", 2.25),
            event("h2", "STOP", 9.0),
        ]
        self.assertAlmostEqual(downtime_of(events, "vm1", "h1", "h2").seconds, 0.25)

    def test_passes_over_other_vms(self) -> None:
        events = [event("h1", "STOP", 1.0), event("h2", "RESUME", 1.1), event("h1", "STOP", 5.0, "vm2")]
        self.assertAlmostEqual(downtime_of(events, "vm1", "h1", "h2").seconds, 0.1)

    def test_refuses_to_guess_when_an_event_is_missing(self) -> None:
        cases: list[list[QemuEvent]] = [[], [event("h1", "STOP", 1.0)], [event("h2", "RESUME", 1.0)]]
        for events in cases:
            with self.assertRaisesRegex(DowntimeError, "needed one of each"):
                downtime_of(events, "vm1", "h1", "h2")

    def test_notices_that_both_ran(self) -> None:
        with self.assertRaisesRegex(DowntimeError, "before it stopped"):
            downtime_of([event("h2", "RESUME", 1.0), event("h1", "STOP", 1.2)], "vm1", "h1", "h2")

    def test_notices_that_the_source_went_on(self) -> None:
        events = [event("h1", "STOP", 1.0), event("h2", "RESUME", 1.1), event("h1", "RESUME", 1.2)]
        with self.assertRaisesRegex(DowntimeError, "resumed on h1"):
            downtime_of(events, "vm1", "h1", "h2")


if __name__ == "__main__":
    unittest.main()
