"""Measures opening and shutting a pinhole through libnftables, as the agent does, against running ``nft`` twice.

``python3 -m bench.pinholes CHECKOUT PAIRS`` does both in a network namespace of its own and prints a JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measures import Measure

JAVA_PAIRS = 2000
NFT_PAIRS = 100
_ELEMENT = "{ 10.62.0.11 . 10.62.0.12 . 61000 timeout 30s }"
_TABLE = """table inet droveway {
  set pinholes4 { type ipv4_addr . ipv4_addr . inet_service; flags timeout; counter; }
}"""


def measure(checkout: Path, scale: float = 1.0) -> list[Measure]:
    """The ratio and both times."""
    tests = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        ["unshare", "-n", sys.executable, "-m", "bench.pinholes", str(checkout), str(scale)],
        env={**os.environ, "PYTHONPATH": str(tests)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        return [Measure("pinhole: libnftables ÷ nft", "", None, 0.02, done.stderr.strip().splitlines()[-1])]
    told = json.loads(done.stdout)
    return [
        Measure("pinhole: libnftables ÷ nft", "", told["library"] / told["nft"], 0.02),
        Measure(
            "pinhole: libnftables", "ms", told["library"], None, "opened and shut by the agent's own code"
        ),
        Measure("pinhole: nft", "ms", told["nft"], None, "two processes"),
    ]


def by_library(agent: Path, pairs: int) -> float:
    """Milliseconds a pair, by the agent's own classes in a JVM."""
    source = Path(__file__).with_name("PinholeBench.java")
    libraries = str(agent / "lib" / "*")
    java = Path(os.environ["JAVA_HOME"]) / "bin" if "JAVA_HOME" in os.environ else Path("")
    with tempfile.TemporaryDirectory(prefix="droveway-bench-") as folder:
        subprocess.run([str(java / "javac"), "-cp", libraries, "-d", folder, str(source)], check=True)
        done = subprocess.run(
            [str(java / "java"), "-cp", f"{folder}:{libraries}", "PinholeBench", str(pairs)],
            check=True,
            capture_output=True,
            text=True,
        )
    return float(done.stdout.split()[-1])


def by_process(pairs: int) -> float:
    """Milliseconds a pair, by running ``nft`` for each half of it."""
    subprocess.run(
        ["nft", "-f", "-"],
        input=f"table inet droveway\ndelete table inet droveway\n{_TABLE}",
        text=True,
        check=True,
    )
    began = time.perf_counter()
    for _ in range(pairs):
        for verb in ("add", "delete"):
            subprocess.run(["nft", verb, "element", "inet", "droveway", "pinholes4", _ELEMENT], check=True)
    return 1000 * (time.perf_counter() - began) / pairs


def main(checkout: Path, scale: float) -> None:
    """Measures both and prints them."""
    agent = checkout / "vdsm-bridge/agent/target/vdsm-bridge"
    library = by_library(agent, max(100, int(JAVA_PAIRS * scale)))
    print(json.dumps({"library": library, "nft": by_process(max(10, int(NFT_PAIRS * scale)))}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
