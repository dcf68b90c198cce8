"""libvirt of the hosts, reached from outside through their sockets' files."""

from __future__ import annotations

import socket
from pathlib import Path

from lab import hostfiles, processes
from lab.commands import run
from lab.errors import LabError
from lab.identity import Lab
from lab.logs import hint
from lab.wait import until

START_SECONDS = 60


def socket_path(lab: Lab, host: str) -> Path:
    return hostfiles.inside(lab, host, hostfiles.LIBVIRT_SOCKET)


def answers(lab: Lab, host: str) -> bool:
    """Whether libvirtd of a host takes connections."""
    if processes.supervisor(lab, host) is None:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(str(socket_path(lab, host)))
        except OSError:
            return False
    return True


def wait(lab: Lab, host: str) -> None:
    log = lab.folder(host) / "log/libvirtd.log"
    until(
        lambda: answers(lab, host), START_SECONDS, lambda: f"libvirtd of {host} does not answer: {hint(log)}"
    )


def virsh(lab: Lab, host: str, *command: str) -> str:
    return run(
        ["virsh", "-q", "-c", f"qemu+unix:///system?socket={socket_path(lab, host)}", *command], timeout=120
    )


def domains(lab: Lab, host: str) -> dict[str, bool]:
    """Names of the host's domains, and whether each has a process (running or paused)."""
    everything = virsh(lab, host, "list", "--all", "--name").split()
    active = set(virsh(lab, host, "list", "--name").split())
    return {name: name in active for name in everything}


def start_vm(lab: Lab, host: str, name: str, xml: Path) -> None:
    """Defines the VM unless the host knows it, and starts it."""
    if name not in domains(lab, host):
        virsh(lab, host, "define", str(xml))
    virsh(lab, host, "start", name)


def where(lab: Lab, hosts: tuple[str, ...]) -> dict[str, dict[str, bool]]:
    """By host: its domains. A host whose libvirtd is silent is an error, as the VM may be there."""
    found = {}
    for host in hosts:
        if not answers(lab, host):
            raise LabError(f"libvirtd of {host} does not answer: see {lab.folder(host)}/log/libvirtd.log")
        found[host] = domains(lab, host)
    return found
