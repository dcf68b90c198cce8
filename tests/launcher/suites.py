"""The suites of the project: what each runs and how it is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launcher import counts
from launcher.counts import Counts
from launcher.files import (
    ADDRESS_TESTS,
    DEMO_TESTS,
    LAB_TESTS,
    PREFLIGHT_TESTS,
    VERSION_TESTS,
    python_files,
    scripts,
    unit_tests,
)

PYTHON = "/usr/bin/python3"
CONFIG = "tests/pyproject.toml"

# A failed test does not keep the modules after it from being tested: the reports tell.
MAVEN = ("mvn", "-B", "-ntp", "-fae", "-Dmaven.test.failure.ignore=true", "verify")


@dataclass(frozen=True)
class Run:
    """What a finished suite left: exit status, its output, when it started (seconds since the epoch)."""

    root: Path
    status: int
    output: str
    started: float


@dataclass(frozen=True)
class Suite:
    """One line of the summary; timeout in seconds; full: only with --full."""

    name: str
    what: str
    command: tuple[str, ...]
    count: Callable[[Run], Counts]
    timeout: int
    full: bool = False


def by_exit(run: Run) -> Counts:
    return counts.of_exit(run.status)


def by_unittest(run: Run) -> Counts:
    return counts.of_unittest(run.output)


def by_checks(run: Run) -> Counts:
    return counts.of_checks(run.output)


def by_node(run: Run) -> Counts:
    return counts.of_node(run.output)


def by_maven(run: Run) -> Counts:
    return counts.of_reports(run.root, run.started) + counts.of_node(run.output)


def all_suites(root: Path) -> tuple[Suite, ...]:
    """In the order they run: what fails fast comes first."""
    shell, python = scripts(root), python_files(root)
    launcher = str(root / "droveway")
    page = str(root / "tests/launcher/page.sh")
    black = ("/usr/bin/black", "--check", f"--config={CONFIG}", *python)
    mypy = ("/usr/bin/mypy", f"--config-file={CONFIG}", *python)
    unit = (PYTHON, "-m", "unittest", *unit_tests(python))
    lab = (PYTHON, "-m", "unittest", *LAB_TESTS)
    addresses = (PYTHON, "-m", "unittest", *ADDRESS_TESTS)
    versions = (PYTHON, "-m", "unittest", *VERSION_TESTS)
    preflight = (PYTHON, "-m", "unittest", *PREFLIGHT_TESTS)
    sabotage = (PYTHON, "-m", "unittest", *DEMO_TESTS)
    return (
        Suite("build", "engine, agent, drovectl, page", (launcher, "build"), by_exit, 900),
        Suite("shell", f"shellcheck of {len(shell)} scripts", ("shellcheck", "-x", *shell), by_exit, 120),
        Suite("format", f"black on {len(python)} Python files", black, by_exit, 120),
        Suite("types", f"mypy --strict on {len(python)} Python files", mypy, by_exit, 300),
        Suite("python", "unit tests of all Python", unit, by_unittest, 300),
        Suite("java", "Maven verify, with the page's own checks", MAVEN, by_maven, 1200),
        Suite("lab", "labs come up, stand what is done to them, go", lab, by_unittest, 900),
        Suite("addresses", "what NICs may have, on real hosts", addresses, by_unittest, 300),
        Suite("versions", "older agents with newer ones", versions, by_unittest, 900, full=True),
        Suite("preflight", "what speaks against a migration, on real hosts", preflight, by_unittest, 300),
        Suite("demo", "the main job, secure and insecure", (launcher, "demo"), by_checks, 600),
        Suite("demo6", "the main job over IPv6", (launcher, "demo", "--ipv6"), by_checks, 600, full=True),
        Suite("sabotage", "the demo notices what is broken", sabotage, by_unittest, 1200, full=True),
        Suite("faults", "killed parts and lying hosts", (PYTHON, "-m", "faults"), by_checks, 1800, full=True),
        Suite("page", "the page in Chromium against a lab", (page,), by_node, 600),
    )
