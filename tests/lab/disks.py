"""The VMs' disks: raw files behind loop devices, so that every host sees the same block device."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path

from lab.commands import run
from lab.errors import LabError
from lab.identity import Lab

SIZE = 32 * 1024 * 1024
"""Room for 65472 records, almost two hours (guest/README.md)."""

CONTROL_OFFSET = 512
CONTROL_MAGIC = b"DROVCTL1"


def ensure(lab: Lab, vm: str) -> None:
    """The VM's disk file, a loop device over it, and the link by which hosts know it."""
    image = lab.disk_image(vm)
    image.parent.mkdir(parents=True, exist_ok=True)
    if not image.exists():
        with image.open("wb") as file:
            file.truncate(SIZE)
    device = _attached(image) or _attach(image)
    link = lab.disks / vm
    if not link.is_symlink() or os.readlink(link) != device:
        draft = lab.disks / f".{vm}.new"
        draft.unlink(missing_ok=True)
        draft.symlink_to(device)
        draft.rename(link)


def _attach(image: Path) -> str:
    try:
        return run(["losetup", "--find", "--show", str(image)]).strip()
    except LabError as failure:
        raise LabError(f"{failure}: modprobe loop, or give the container loop devices") from failure


def _attached(image: Path) -> str | None:
    found = json.loads(
        run(["losetup", "--json", "--list", "--associated", str(image)]) or '{"loopdevices": []}'
    )
    return str(found["loopdevices"][0]["name"]) if found["loopdevices"] else None


def devices(lab: Lab) -> list[str]:
    """Loop devices over files of this lab, deleted files included."""
    found = json.loads(run(["losetup", "--json", "--list"]) or '{"loopdevices": []}')
    return [
        str(device["name"])
        for device in found["loopdevices"]
        if str(device["back-file"]).startswith(f"{lab.data}/")
    ]


def detach(lab: Lab) -> None:
    for device in devices(lab):
        run(["losetup", "--detach", device])


def set_dirty_rate(lab: Lab, vm: str, pages_per_second: int) -> None:
    """Changes how fast a running guest dirties memory, wherever it runs (guest/README.md, control sector)."""
    image = lab.disk_image(vm)
    if not image.exists():
        raise LabError(f"{vm} is no VM of this lab: see ./droveway lab status")
    sector = (CONTROL_MAGIC + struct.pack("<I", pages_per_second)).ljust(512, b"\0")
    with image.open("r+b") as file:
        file.seek(CONTROL_OFFSET)
        file.write(sector)
