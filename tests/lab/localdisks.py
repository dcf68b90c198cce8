"""Disks that only one host has: image files in a folder of the host's own, and VMs that use them."""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from lab import disks, domain, hostfiles, virsh
from lab.commands import run
from lab.identity import Lab

SIZE = 64 * 1024 * 1024
_CHUNK = 1 << 20


@dataclass(frozen=True)
class LocalDisk:
    """A disk of a VM, by its device name in the guest; `written` bytes of it are not empty, from the middle on."""

    target: str
    format: str
    written: int = 4 * _CHUNK
    marker: bytes = b""
    """At the head of every written sector: a stream in clear contains it."""

    def path(self, vm: str) -> str:
        """On every host that has it."""
        return f"{hostfiles.IMAGES}/{vm}-{self.target}.{self.format}"

    def xml(self, vm: str) -> str:
        """For libvirt."""
        return f"""    <disk type='file' device='disk'>
      <driver name='qemu' type='{self.format}' cache='none'/>
      <source file='{self.path(vm)}'/>
      <target dev='{self.target}' bus='virtio'/>
    </disk>
"""


def start(lab: Lab, host: str, index: int, local: tuple[LocalDisk, ...], shared: bool) -> str:
    """Starts a VM that is not of the lab's plan, with these disks and, first, the shared one if it is to have that.

    :returns: its name
    """
    vm = f"vm{index}"
    if shared:
        disks.ensure(lab, vm)
    for disk in local:
        make(lab, host, vm, disk)
    xml = lab.run / f"{vm}.xml"
    xml.write_text(domain.xml(lab, index, shared, "".join(disk.xml(vm) for disk in local)), encoding="utf-8")
    virsh.start_vm(lab, host, vm, xml)
    return vm


def make(lab: Lab, host: str, vm: str, disk: LocalDisk) -> None:
    """A sparse image with content that cannot be guessed, the same for the same VM and disk."""
    image = place(lab, host, vm, disk)
    run(["qemu-img", "create", "-q", "-f", disk.format, str(image), str(SIZE)])
    content = lab.data / f"{vm}-{disk.target}.content"
    with content.open("wb") as file:
        for sector in range(disk.written // 512):
            seed = hashlib.sha256(f"{vm} {disk.target} {sector}".encode()).digest()
            file.write((disk.marker + seed * 16)[:512])
    write = f"write -s {content} {SIZE // 2} {disk.written}"
    run(["qemu-io", "-f", disk.format, "-c", write, str(image)])
    content.unlink()


def place(lab: Lab, host: str, vm: str, disk: LocalDisk) -> Path:
    """The image of a host, seen from outside."""
    return hostfiles.inside(lab, host, disk.path(vm))


def images(lab: Lab, host: str) -> list[str]:
    """Names of all images that the host has."""
    return sorted(path.name for path in hostfiles.inside(lab, host, hostfiles.IMAGES).iterdir())


def digest(image: Path, disk: LocalDisk, start: int = SIZE // 2) -> str:
    """SHA-256 of what a guest sees from `start` on; a guest may be running on it."""
    command = [
        "qemu-img",
        "dd",
        "-U",
        "-f",
        disk.format,
        "-O",
        "raw",
        f"bs={_CHUNK}",
        f"skip={start // _CHUNK}",
    ]
    copy = image.with_name(f".{image.name}.seen")
    try:
        run([*command, f"if={image}", f"of={copy}"])
        return hashlib.sha256(copy.read_bytes()).hexdigest()
    finally:
        copy.unlink(missing_ok=True)


def sizes(image: Path, disk: LocalDisk) -> tuple[int, int]:
    """Bytes that a guest sees, and bytes that the image takes."""
    options = f"driver={disk.format},file.filename={image}"
    told = json.loads(
        subprocess.run(
            ["qemu-img", "info", "-U", "--output=json", "--image-opts", options],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    )
    return int(told["virtual-size"]), int(told["actual-size"])
