"""Which files of the checkout the guards look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

# unittest modules that need a lab; every other test_*.py runs in the suite "python".
LAB_TESTS = ("lab.test_lab", "lab.test_localdisks")

# unittest modules of what hosts' NICs may have, in a lab of their own.
ADDRESS_TESTS = ("addresses.test_addresses",)

# unittest modules that need a lab with agents of different versions.
VERSION_TESTS = ("versions.test_versions",)

# unittest modules of what two hosts lack, in a lab of their own.
PREFLIGHT_TESTS = ("preflight.test_preflight",)

# unittest modules that play whole demos.
DEMO_TESTS = ("demo.test_sabotage",)


def scripts(root: Path) -> tuple[str, ...]:
    """Every shell script that git knows or would know, by ending or first line."""
    return tuple(name for name in _files(root) if name.endswith(".sh") or _is_script(root / name))


def python_files(root: Path) -> tuple[str, ...]:
    """Every Python file of the checkout."""
    return tuple(name for name in _files(root) if name.endswith(".py"))


def unit_tests(files: tuple[str, ...]) -> tuple[str, ...]:
    """The unittest modules that need no lab and play no demo."""
    modules = [
        name.removeprefix("tests/").removesuffix(".py").replace("/", ".")
        for name in files
        if Path(name).name.startswith("test_")
    ]
    elsewhere = LAB_TESTS + ADDRESS_TESTS + VERSION_TESTS + PREFLIGHT_TESTS + DEMO_TESTS
    return tuple(module for module in modules if module not in elsewhere)


def _files(root: Path) -> list[str]:
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    return sorted({name for name in listing.stdout.split("\0") if name and (root / name).is_file()})


def _is_script(path: Path) -> bool:
    with path.open("rb") as file:
        line = file.readline(80).rstrip()
    return line.startswith(b"#!") and line.endswith((b"/sh", b"bash"))
