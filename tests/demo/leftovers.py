"""Looks for what a lab left on the machine, without asking the lab."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

from lab.identity import NAMESPACES, Lab


_PATIENCE_SECONDS = 3.0


def leftovers(lab: Lab) -> list[str]:
    """Everything on the machine that is still named after the lab, once what is about to end has ended."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while (found := _look(lab)) and time.monotonic() < until:
        time.sleep(0.2)
    return found


def _look(lab: Lab) -> list[str]:
    names = sorted(entry.name for entry in NAMESPACES.iterdir()) if NAMESPACES.is_dir() else []
    found = [f"namespace {name}" for name in names if lab.id in name]
    found += [f"folder {folder}" for folder in (lab.run, lab.data) if folder.exists()]
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    found += [f"mount {line.split()[1]}" for line in mounts if lab.id in line]
    loops = subprocess.run(["losetup", "--json", "--list"], capture_output=True, text=True, check=True).stdout
    devices = json.loads(loops)["loopdevices"] if loops.strip() else []
    found += [f"loop device {each['name']}" for each in devices if lab.id in str(each["back-file"])]
    links = json.loads(
        subprocess.run(["ip", "-j", "link"], capture_output=True, text=True, check=True).stdout
    )
    found += [f"link {each['ifname']}" for each in links if lab.id in each["ifname"]]
    return found + _processes(lab)


def _processes(lab: Lab) -> list[str]:
    """Processes whose command line or environment names one of the lab's folders or namespaces."""
    marks = (f"droveway-lab-{lab.id}".encode(), f"droveway-{lab.id}-".encode())
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and int(entry.name) != os.getpid():
            try:
                text = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                continue
            if any(mark in text for mark in marks):
                found.append(f"process {entry.name}")
    return found
