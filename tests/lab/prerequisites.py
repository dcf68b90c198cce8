"""What the machine has to offer; everything that lacks is named at once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from lab.errors import LabError

PACKAGES = {
    "gcc": "gcc",
    "ip": "iproute2",
    "libvirtd": "libvirt-daemon-system",
    "losetup": "mount",
    "nft": "nftables",
    "qemu-system-x86_64": "qemu-system-x86",
    "virsh": "libvirt-clients",
}
NAMESPACES = ("mnt", "net", "pid", "uts")


def need_root(command: str) -> None:
    if os.geteuid() != 0:
        raise LabError(
            f"{command} needs root (it makes namespaces, mounts and loop devices): run it with sudo"
        )


def check() -> None:
    need_root("lab up")
    lacks = [*_missing_packages(), *_missing_kernel_features()]
    if lacks:
        raise LabError("; ".join(lacks))


def _missing_packages() -> list[str]:
    missing = sorted({package for command, package in PACKAGES.items() if shutil.which(command) is None})
    # Without it libvirtd runs, but has no QEMU driver.
    if not any(Path("/usr/lib").glob("*/libvirt/connection-driver/libvirt_driver_qemu.so")):
        missing.append("libvirt-daemon-driver-qemu")
    return [f"packages are missing: apt-get install {' '.join(missing)}"] if missing else []


def _loads(module: str) -> bool:
    modprobe = shutil.which("modprobe")
    return modprobe is not None and subprocess.run([modprobe, "-q", module]).returncode == 0


def _may_make_namespaces() -> bool:
    probe = ("unshare", "--mount", "--net", "--pid", "--uts", "--fork", "true")
    return subprocess.run(probe, capture_output=True).returncode == 0


def _missing_kernel_features() -> list[str]:
    lacks = []
    absent = [name for name in NAMESPACES if not Path("/proc/self/ns", name).exists()]
    if not absent and not _may_make_namespaces():
        lacks.append(
            "namespaces may not be made here: run on the machine itself or in a privileged container"
        )
    if absent:
        lacks.append(
            f"the kernel has no {', '.join(absent)} namespaces: boot a kernel that has (Debian's does)"
        )
    if not Path("/dev/loop-control").exists():
        lacks.append("there are no loop devices: modprobe loop, or give the container /dev/loop-control")
    filesystems = Path("/proc/filesystems").read_text(encoding="utf-8").split()
    if "overlay" not in filesystems and not _loads("overlay"):
        lacks.append("the kernel has no overlay file system: modprobe overlay")
    return lacks
