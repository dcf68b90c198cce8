"""A VM with much that keeps it from migrating: on one host's own files, network and emulator."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from lab import domain, hostfiles, virsh
from lab.commands import run
from lab.errors import LabError
from lab.identity import Lab

NAME, INDEX = "vm2", 2
BRIDGE = "brpre"
KERNEL = "/var/lib/libvirt/images/kernel.elf"
EMULATOR = "/var/lib/libvirt/images/qemu"
COPY = "/var/lib/libvirt/images/copy.raw"
QEMU = "/usr/bin/qemu-system-x86_64"

_DEVICES = f"""<interface type='bridge'><source bridge='{BRIDGE}'/><model type='virtio'/></interface>
    <shmem name='preflight' role='peer'><model type='ivshmem-plain'/><size unit='M'>1</size></shmem>
    <serial type='pty'>"""

_SNAPSHOT = """<domainsnapshot>
  <name>before</name>
  <state>disk-snapshot</state>
  <creationTime>1</creationTime>
  <disks><disk name='vda' snapshot='no'/></disks>
  {domain}
</domainsnapshot>
"""


class Victim:
    """VM `vm2` of the lab, made anew on a host."""

    def __init__(self, lab: Lab, host: str) -> None:
        self._lab = lab
        self._host = host

    def start(self) -> None:
        """Runs, has a snapshot, and copies its disk."""
        self._forget()
        self._make_files()
        run([*self._inside(), "ip", "link", "add", BRIDGE, "type", "bridge"])
        virsh.virsh(self._lab, self._host, "create", self._file("vm2.xml", self._xml()))
        live = virsh.virsh(self._lab, self._host, "dumpxml", NAME)
        snapshot = self._file("snapshot.xml", _SNAPSHOT.format(domain=live))
        virsh.virsh(self._lab, self._host, "snapshot-create", NAME, snapshot, "--redefine")
        virsh.virsh(self._lab, self._host, "blockcopy", NAME, "vda", COPY, "--transient-job")

    def _forget(self) -> None:
        """The lab's own `vm2`, wherever it runs."""
        for host in ("h1", "h2"):
            running = virsh.domains(self._lab, host).get(NAME)
            if running:
                virsh.virsh(self._lab, host, "destroy", NAME)
            if running is not None:
                virsh.virsh(self._lab, host, "undefine", NAME)

    def _make_files(self) -> None:
        self._path(KERNEL).parent.mkdir(parents=True, exist_ok=True)
        self._path(KERNEL).write_bytes(self._lab.guest_kernel.read_bytes())
        self._path(EMULATOR).unlink(missing_ok=True)
        self._path(EMULATOR).symlink_to(QEMU)
        image = self._path("/var/lib/libvirt/images/draft.vdi")
        run(["qemu-img", "create", "-q", "-f", "vdi", str(image), "8M"])
        with self._lab.disk_image(NAME).open("r+b") as disk:
            disk.write(image.read_bytes())

    def _xml(self) -> str:
        """The lab's own, with other values in their places.

        :raises LabError: if a place is not there any more
        """
        xml = domain.xml(self._lab, INDEX)
        for old, new in (
            (f"<kernel>{escape(str(self._lab.guest_kernel))}</kernel>", f"<kernel>{KERNEL}</kernel>"),
            (
                "<driver name='qemu' type='raw' cache='none'/>",
                "<driver name='qemu' type='vdi' cache='none'/>",
            ),
            ("<devices>", f"<devices>\n    <emulator>{EMULATOR}</emulator>"),
            ("<serial type='pty'>", _DEVICES),
        ):
            if old not in xml:
                raise LabError(f"the VM's XML has no {old}")
            xml = xml.replace(old, new)
        return xml

    def _inside(self) -> list[str]:
        return ["ip", "netns", "exec", self._lab.namespace(self._host)]

    def _file(self, name: str, text: str) -> str:
        path = self._lab.folder(self._host) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _path(self, path: str) -> Path:
        return hostfiles.inside(self._lab, self._host, path)
