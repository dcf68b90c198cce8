"""Tests of what the demo prints, and of the instruments' small parsers."""

from __future__ import annotations

import io
import json
import unittest

from demo.act import total_time
from demo.capture import CaptureError, check_nothing_lost
from demo.nics import NicBytes, parse_links
from demo.report import Finding, Report


class TestReport(unittest.TestCase):
    def test_counts_and_lists_what_is_wrong(self) -> None:
        out = io.StringIO()
        report = Report(out, colour=False)
        self.assertTrue(report.finding(Finding(True, "stream", "one")))
        self.assertFalse(report.finding(Finding(False, "pinhole", "left", "none")))
        self.assertFalse(report.close())
        self.assertIn("1 of 2 checks", out.getvalue())
        self.assertIn("1. pinhole: left; needed: none", out.getvalue())
        self.assertNotIn("\x1b", out.getvalue())

    def test_is_content_when_all_is_well(self) -> None:
        report = Report(io.StringIO(), colour=False)
        report.check(True, "stream", "one")
        self.assertTrue(report.close())

    def test_marks_findings_so_that_they_can_be_counted(self) -> None:
        out = io.StringIO()
        report = Report(out, colour=False)
        report.check(True, "a", "b")
        report.check(False, "a", "b")
        self.assertEqual([line.split()[0] for line in out.getvalue().splitlines()], ["✓", "✗"])

    def test_colours_only_when_asked(self) -> None:
        out = io.StringIO()
        Report(out, colour=True).check(True, "a", "b")
        self.assertIn("\x1b[32m✓", out.getvalue())

    def test_tells_the_total_time(self) -> None:
        told = {"requestedAt": "2026-11-21T10:00:00.250Z", "endedAt": "2026-11-21T10:00:05Z"}
        self.assertEqual(total_time(told), "4.75 s from request to end")
        self.assertIn("None", total_time({}))


class TestInstruments(unittest.TestCase):
    def test_a_capture_must_say_that_it_lost_nothing(self) -> None:
        check_nothing_lost("h1", "12 packets captured\n0 packets dropped by kernel\n")
        for log in ("12 packets captured\n3 packets dropped by kernel\n", "tcpdump: killed"):
            with self.assertRaises(CaptureError):
                check_nothing_lost("h1", log)

    def test_reads_and_subtracts_the_kernels_counters(self) -> None:
        link = {"ifname": "mig0", "stats64": {"rx": {"bytes": 70}, "tx": {"bytes": 30}}}
        found = parse_links(json.dumps([link]))["mig0"] - NicBytes(20, 10)
        self.assertEqual((found, found.total), (NicBytes(50, 20), 70))


if __name__ == "__main__":
    unittest.main()
