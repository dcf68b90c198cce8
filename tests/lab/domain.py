"""The VMs: libvirt's XML for the lab's guest."""

from __future__ import annotations

from xml.sax.saxutils import escape

from lab.identity import Lab

MEMORY_MIB = 512
RANDOM_MIB = 64
MARKER = "DROVEWAY-MARKER"


def xml(lab: Lab, index: int, shared: bool = True, more_disks: str = "") -> str:
    """Domain `vm<index>`; the same on every host, so that it can go anywhere. `shared`: whether it has its shared disk."""
    name = f"vm{index}"
    command_line = f"random={RANDOM_MIB} marker={MARKER}-{name} dirty=0"
    return f"""<domain type='qemu'>
  <name>{name}</name>
  <uuid>{lab.vm_uuid(index)}</uuid>
  <memory unit='MiB'>{MEMORY_MIB}</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
    <kernel>{escape(str(lab.guest_kernel))}</kernel>
    <cmdline>{escape(command_line)}</cmdline>
  </os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact' check='none'><model fallback='forbid'>qemu64</model></cpu>
  <clock offset='utc'/>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
{_shared(lab, name) if shared else ""}{more_disks}    <controller type='usb' model='none'/>
    <serial type='pty'>
      <log file='/var/log/libvirt/qemu/{name}-serial.log' append='on'/>
    </serial>
    <memballoon model='none'/>
  </devices>
</domain>
"""


def _shared(lab: Lab, name: str) -> str:
    return f"""    <disk type='block' device='disk'>
      <driver name='qemu' type='raw' cache='none'/>
      <source dev='{escape(str(lab.disks / name))}'/>
      <target dev='vda' bus='virtio'/>
    </disk>
"""
