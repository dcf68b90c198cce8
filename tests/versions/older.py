"""Builds the agent of an earlier version: python3 -m versions.older."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lab.errors import LabError

CHECKOUT = Path(__file__).resolve().parents[2]
COMMIT = Path(__file__).with_name("COMMIT")
TARGET = CHECKOUT / "target/older"
AGENT = TARGET / "vdsm-bridge"
_STAMP = TARGET / "commit"
_SECONDS = 600
_MAVEN = ("mvn", "-B", "-q", "-ntp", "-Dmaven.test.skip=true", "-pl", "vdsm-bridge/agent", "-am", "package")


def build() -> Path:
    """The agent's folder; built once, as it never changes.

    :raises LabError: if the checkout lacks the commit, or Maven fails
    """
    commit = COMMIT.read_text(encoding="ascii").strip()
    if AGENT.is_dir() and _STAMP.is_file() and _STAMP.read_text(encoding="ascii") == commit:
        return AGENT
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=TARGET) as folder:
        _check_out(commit, Path(folder))
        done = subprocess.run(_MAVEN, cwd=folder, capture_output=True, text=True, timeout=_SECONDS)
        if done.returncode != 0:
            raise LabError(
                f"the agent of {commit} cannot be built: {done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
        # Whoever is killed before the stamp begins anew.
        (Path(folder) / "vdsm-bridge/agent/target/vdsm-bridge").rename(AGENT)
    _STAMP.write_text(commit, encoding="ascii")
    return AGENT


def _check_out(commit: str, folder: Path) -> None:
    archive = folder / "sources.tar"
    git = ["git", "-c", "safe.directory=*", "archive", "--output", str(archive), commit]
    done = subprocess.run(git, cwd=CHECKOUT, capture_output=True, text=True)
    if done.returncode != 0:
        raise LabError(
            f"the checkout has no commit {commit}: {done.stderr.strip()}; needed: the history, git fetch --unshallow"
        )
    subprocess.run(["tar", "-xf", str(archive), "-C", str(folder)], check=True)


if __name__ == "__main__":
    try:
        print(build())
    except LabError as problem:
        print(f"older: {problem}", file=sys.stderr)
        sys.exit(1)
