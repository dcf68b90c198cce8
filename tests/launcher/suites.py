"""The suites of the project: what each runs and how it is counted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from launcher import counts
from launcher.counts import Counts

PYTHON = "/usr/bin/python3"

# Files of the unittest kind that need a lab; every other test_*.py runs in the suite "python".
LAB_TESTS = ("lab.test_lab",)


@dataclass(frozen=True)
class Run:
    """What a finished suite left: exit status, its output, when it started (seconds since the epoch)."""

    status: int
    output: str
    started: float


@dataclass(frozen=True)
class Suite:
    """One line of the summary; timeout in seconds."""

    name: str
    what: str
    command: tuple[str, ...]
    count: Callable[[Run], Counts]
    timeout: int
    full: bool = False


def scripts(root: Path) -> tuple[str, ...]:
    """Every shell script that git knows or would know, by ending or first line."""
    found = []
    for name in _files(root):
        path = root / name
        if name.endswith(".sh") or (os.access(path, os.X_OK) and _first_line(path).endswith(("sh", "bash"))):
            found.append(name)
    return tuple(sorted(found))


def python_files(root: Path) -> tuple[str, ...]:
    """Every Python file of the checkout."""
    return tuple(sorted(name for name in _files(root) if name.endswith(".py")))


def unit_tests(files: tuple[str, ...]) -> tuple[str, ...]:
    """The unittest modules that need no lab."""
    modules = [
        name.removeprefix("tests/").removesuffix(".py").replace("/", ".")
        for name in files
        if Path(name).name.startswith("test_")
    ]
    return tuple(module for module in modules if module not in LAB_TESTS)


def _files(root: Path) -> list[str]:
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    return [name for name in listing.stdout.split("\0") if name and (root / name).is_file()]


def _first_line(path: Path) -> str:
    with path.open("rb") as file:
        line = file.readline(80)
    return line.decode("utf-8", "replace").strip() if line.startswith(b"#!") else ""


def all_suites(root: Path) -> tuple[Suite, ...]:
    """In the order they run: what fails fast comes first."""
    shell, python = scripts(root), python_files(root)
    launcher = str(root / "droveway")

    def by_exit(run: Run) -> Counts:
        return counts.of_exit(run.status)

    def by_unittest(run: Run) -> Counts:
        return counts.of_unittest(run.output)

    def by_checks(run: Run) -> Counts:
        return counts.of_checks(run.output)

    def by_reports(run: Run) -> Counts:
        return counts.of_reports(root, run.started)

    return (
        Suite("build", "engine, agent, drovectl, page", (launcher, "build"), by_exit, 900),
        Suite("shell", f"shellcheck of {len(shell)} scripts", ("shellcheck", "-x", *shell), by_exit, 120),
        Suite(
            "format",
            "black",
            ("/usr/bin/black", "--check", "--config=tests/pyproject.toml", *python),
            by_exit,
            120,
        ),
        Suite(
            "types",
            "mypy --strict",
            ("/usr/bin/mypy", "--config-file=tests/pyproject.toml", *python),
            by_exit,
            300,
        ),
        Suite(
            "python",
            "unit tests of lab and demo",
            (PYTHON, "-m", "unittest", *unit_tests(python)),
            by_unittest,
            300,
        ),
        Suite(
            "java",
            "Maven verify: unit, architecture, format, integration, page",
            ("mvn", "-B", "-ntp", "verify"),
            by_reports,
            1200,
        ),
        Suite(
            "lab",
            "a lab comes up, stays up, goes away",
            (PYTHON, "-m", "unittest", *LAB_TESTS),
            by_unittest,
            600,
        ),
        Suite("demo", "the main job, secure and insecure", (launcher, "demo"), by_checks, 600),
    )
