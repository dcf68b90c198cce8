"""Measures how fast the engine resolves effective policies, on one core."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from bench.measures import Measure

SECONDS = 6.0
AIM_NANOSECONDS = 1000.0
_CLASSES = ("engine-plugin/engine/target/classes", "vdsm-bridge/protocol/target/classes")


def measure(checkout: Path, scale: float = 1.0) -> list[Measure]:
    """Nanoseconds for one, with the number a second; the aim is a million a second."""
    name = "effective policy"
    try:
        rate = _rate(checkout, SECONDS * scale)
    except subprocess.CalledProcessError as e:
        last = str(e.stderr or e).strip().splitlines()[-1]
        return [Measure(name, "ns", None, AIM_NANOSECONDS, last)]
    return [Measure(name, "ns", 1e9 / rate, AIM_NANOSECONDS, f"{rate:,.0f} a second on one core")]


def _rate(checkout: Path, seconds: float) -> float:
    """Resolutions a second, by the engine's own classes in a JVM that has one core for everything."""
    source = Path(__file__).with_name("PolicyBench.java")
    classes = ":".join(str(checkout / each) for each in _CLASSES)
    java = Path(os.environ["JAVA_HOME"]) / "bin" if "JAVA_HOME" in os.environ else Path("")
    core = str(min(os.sched_getaffinity(0)))
    with tempfile.TemporaryDirectory(prefix="droveway-bench-") as folder:
        _run([str(java / "javac"), "-nowarn", "-cp", classes, "-d", folder, str(source)])
        command = [str(java / "java"), "-XX:+UseSerialGC", "-cp", f"{folder}:{classes}", "PolicyBench"]
        return float(_run(["taskset", "-c", core, *command, str(seconds)]).split()[-1])


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
