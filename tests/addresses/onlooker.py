"""A VM that does not run, with a NIC where it should not be."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lab import virsh
from lab.identity import Lab

NAME, MAC = "onlooker", "52:54:00:61:62:63"


class Onlooker:
    """Known to one host's libvirt."""

    def __init__(self, lab: Lab, host: str) -> None:
        self._lab, self._host = lab, host

    def define(self, nic: str) -> None:
        """With a macvtap NIC on an interface of the host."""
        xml = f"""<domain type='qemu'>
  <name>{NAME}</name>
  <memory unit='MiB'>16</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    <interface type='direct'><mac address='{MAC}'/><source dev='{nic}' mode='bridge'/></interface>
  </devices>
</domain>
"""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "onlooker.xml"
            file.write_text(xml, encoding="utf-8")
            virsh.virsh(self._lab, self._host, "define", str(file))

    def undefine(self) -> None:
        virsh.virsh(self._lab, self._host, "undefine", NAME)
