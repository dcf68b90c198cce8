"""Builds the guest's kernel from tests/lab/guest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lab.commands import run
from lab.identity import Lab

FLAGS = (
    *("-m32", "-march=i686", "-O2", "-std=c11", "-Wall", "-Wextra", "-Werror"),
    *("-ffreestanding", "-fno-pic", "-fno-pie", "-fno-stack-protector", "-fno-asynchronous-unwind-tables"),
    *("-mno-sse", "-mno-mmx", "-nostdlib", "-static", "-no-pie"),
    *("-Wl,--build-id=none", "-Wl,--no-warn-rwx-segments"),
)


def build(lab: Lab) -> None:
    """Makes the kernel unless it is there already, from these sources and with these flags."""
    folder = Path(__file__).resolve().parent / "guest"
    digest = _digest(folder)
    stamp = lab.guest_kernel.with_suffix(".stamp")
    if lab.guest_kernel.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return
    draft = lab.guest_kernel.with_suffix(".new")
    sources = sorted(str(path) for path in folder.iterdir() if path.suffix in (".c", ".S"))
    run(["gcc", *FLAGS, f"-Wl,-T,{folder / 'link.ld'}", "-o", str(draft), *sources])
    draft.rename(lab.guest_kernel)
    stamp.write_text(digest, encoding="utf-8")


def _digest(folder: Path) -> str:
    digest = hashlib.sha256(" ".join(FLAGS).encode())
    for path in sorted(folder.iterdir()):
        if path.suffix in (".c", ".h", ".S", ".ld"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
