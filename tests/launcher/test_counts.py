"""Reading results: what counts as passed and as failed."""

from __future__ import annotations

import os
import tempfile
import unittest
from pathlib import Path

from launcher import counts
from launcher.counts import Counts

PASSED = """..
----------------------------------------------------------------------
Ran 12 tests in 0.003s

OK
"""

MIXED = """F
----------------------------------------------------------------------
Ran 9 tests in 1.003s

FAILED (failures=1, errors=2, skipped=1)
"""


class UnittestOutput(unittest.TestCase):
    def test_counts_what_passed(self) -> None:
        self.assertEqual(counts.of_unittest(PASSED), Counts(12, 0))

    def test_failures_errors_and_skipped_count_as_failed(self) -> None:
        self.assertEqual(counts.of_unittest(MIXED), Counts(5, 4))

    def test_sums_several_runs(self) -> None:
        self.assertEqual(counts.of_unittest(PASSED + MIXED), Counts(17, 4))

    def test_skipped_tests_of_a_good_run_count_as_failed(self) -> None:
        self.assertEqual(counts.of_unittest("Ran 3 tests in 0.1s\n\nOK (skipped=2)\n"), Counts(1, 2))


class NodeOutput(unittest.TestCase):
    def test_reads_the_spec_reporter(self) -> None:
        text = "ℹ tests 9\nℹ pass 6\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n"
        self.assertEqual(counts.of_node(text), Counts(6, 3))

    def test_reads_vitest(self) -> None:
        text = " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 44 passed (45)\n"
        self.assertEqual(counts.of_node(text), Counts(44, 1))


class DemoOutput(unittest.TestCase):
    def test_counts_findings_by_their_marks(self) -> None:
        self.assertEqual(
            counts.of_checks("── a ──\n  ✓ interface  mig0\n  ✗ stream  plain\n  note ✓\n"), Counts(1, 1)
        )


class NamedFailures(unittest.TestCase):
    def test_finds_the_names_in_what_each_tool_prints(self) -> None:
        text = (
            "[ERROR] org.droveway.TestRelay.cutsOff -- Time elapsed: 0.02 s <<< FAILURE!\n"
            "[INFO] Tests run: 3\nFAIL: test_up (lab.test_lab.Up)\n  ✗ stream  plain\n  ✓ nic  mig0\n✖ a VM moves (3 ms)\n"
        )
        self.assertEqual(
            counts.named_failures(text),
            [
                "[ERROR] org.droveway.TestRelay.cutsOff -- Time elapsed: 0.02 s <<< FAILURE!",
                "FAIL: test_up (lab.test_lab.Up)",
                "✗ stream  plain",
                "✖ a VM moves (3 ms)",
            ],
        )

    def test_names_each_once(self) -> None:
        self.assertEqual(counts.named_failures("✖ a\n\n✖ a\n"), ["✖ a"])


class Exit(unittest.TestCase):
    def test_zero_passes(self) -> None:
        self.assertEqual(counts.of_exit(0), Counts(1, 0))

    def test_anything_else_fails(self) -> None:
        self.assertEqual(counts.of_exit(2), Counts(0, 1))


class WholeSuite(unittest.TestCase):
    def test_a_bad_exit_is_a_failure_even_if_every_test_passed(self) -> None:
        self.assertEqual(counts.of_suite(Counts(5, 0), 1), Counts(5, 1))

    def test_nothing_run_is_a_failure(self) -> None:
        self.assertEqual(counts.of_suite(Counts(0, 0), 0), Counts(0, 1))

    def test_failures_are_not_counted_twice(self) -> None:
        self.assertEqual(counts.of_suite(Counts(5, 2), 1), Counts(5, 2))


class Reports(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path: str, text: str, moment: float) -> None:
        report = self.root / path
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(text, encoding="utf-8")
        os.utime(report, (moment, moment))

    def test_sums_fresh_reports_of_all_modules(self) -> None:
        report = '<testsuite tests="10" failures="1" errors="1" skipped="2"/>'
        self.write("a/target/surefire-reports/TEST-a.xml", report, 100)
        self.write("b/c/target/failsafe-reports/TEST-b.xml", '<testsuite tests="3"/>', 100)
        self.assertEqual(counts.of_reports(self.root, 100), Counts(9, 4))

    def test_leaves_out_reports_of_earlier_runs(self) -> None:
        self.write("a/target/surefire-reports/TEST-a.xml", '<testsuite tests="10"/>', 99)
        self.assertEqual(counts.of_reports(self.root, 100), Counts(0, 0))

    def test_reads_a_report_of_several_suites(self) -> None:
        report = '<testsuites><testsuite tests="2"/><testsuite tests="3" failures="1"/></testsuites>'
        self.write("a/target/surefire-reports/TEST-a.xml", report, 100)
        self.assertEqual(counts.of_reports(self.root, 0), Counts(4, 1))

    def test_ignores_failsafes_summary(self) -> None:
        self.write("a/target/failsafe-reports/failsafe-summary.xml", "<failsafe-summary/>", 100)
        self.assertEqual(counts.of_reports(self.root, 0), Counts(0, 0))


if __name__ == "__main__":
    unittest.main()
