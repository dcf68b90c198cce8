"""Reads how many tests passed and failed from what the tools leave behind."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Counts:
    """Tests of a suite; one that was skipped proves nothing and counts as failed."""

    passed: int
    failed: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.passed + other.passed, self.failed + other.failed)


def of_exit(status: int, checks: int = 1) -> Counts:
    """A tool that says no more than its exit status."""
    return Counts(checks, 0) if status == 0 else Counts(0, checks)


def of_suite(counts: Counts, status: int) -> Counts:
    """No suite may fail, or find nothing to run, without at least one failure in the sum."""
    if counts.failed == 0 and (status != 0 or counts.passed == 0):
        return counts + Counts(0, 1)
    return counts


def of_unittest(output: str) -> Counts:
    """Sums the summaries of Python's unittest in a text."""
    total = Counts(0, 0)
    for match in re.finditer(r"^Ran (\d+) tests? in .*\n\n?(.*)$", output, re.MULTILINE):
        bad = sum(
            int(number)
            for number in re.findall(
                r"(?:failures|errors|skipped|unexpected successes)=(\d+)", match.group(2)
            )
        )
        total += Counts(int(match.group(1)) - bad, bad)
    return total


def of_checks(output: str) -> Counts:
    """Counts the findings of a demo by their marks."""
    passed = len(re.findall(r"^  ✓ ", output, re.MULTILINE))
    return Counts(passed, len(re.findall(r"^  ✗ ", output, re.MULTILINE)))


def of_node(output: str) -> Counts:
    """Sums the summaries of node --test and of vitest in a text."""
    found = {"passed": 0, "failed": 0}
    for kind, number in re.findall(
        r"^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$", output, re.MULTILINE
    ):
        found["passed" if kind == "pass" else "failed"] += int(number)
    for line in re.findall(r"^ *Tests  (.*) \(\d+\)$", output, re.MULTILINE):
        for number, kind in re.findall(r"(\d+) (passed|failed|skipped|todo)", line):
            found["passed" if kind == "passed" else "failed"] += int(number)
    return Counts(found["passed"], found["failed"])


def named_failures(output: str) -> list[str]:
    """The lines with which the tools name what failed, each once."""
    marks = r"^(?:.*<<< (?:FAILURE|ERROR)!.*|(?:FAIL|ERROR): .*|  ✗ .*| *✖ .*| FAIL .*)$"
    return list(dict.fromkeys(line.strip() for line in re.findall(marks, output, re.MULTILINE)))


def of_reports(root: Path, since: float) -> Counts:
    """Sums the JUnit reports below a folder that were written after a moment (seconds since the epoch)."""
    total = Counts(0, 0)
    for report in sorted(root.glob("**/target/*-reports/*.xml")):
        if "node_modules" not in report.parts and report.stat().st_mtime >= since:
            total += _of_report(report)
    return total


def _of_report(report: Path) -> Counts:
    element = ElementTree.parse(report).getroot()
    suites = [element] if element.tag == "testsuite" else list(element.iter("testsuite"))
    tests = sum(int(suite.get("tests", "0")) for suite in suites)
    bad = sum(int(suite.get(kind, "0")) for suite in suites for kind in ("failures", "errors", "skipped"))
    return Counts(tests - bad, bad)
