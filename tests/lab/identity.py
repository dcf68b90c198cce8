"""How everything the lab makes is named: after the checkout, so that two checkouts run side by side."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

SEED_VARIABLE = "DROVEWAY_LAB"
ID_VARIABLE = "DROVEWAY_LAB_ID"
SERVICE_VARIABLE = "DROVEWAY_LAB_SERVICE"
NAMESPACES = Path("/run/netns")


@dataclass(frozen=True)
class Lab:
    """One lab's names and folders; `id` is six hex digits."""

    checkout: Path
    id: str

    @property
    def run(self) -> Path:
        """State that does not outlive the lab: sockets, configuration and the hosts' own folders."""
        return Path(f"/run/droveway-lab-{self.id}")

    @property
    def data(self) -> Path:
        """What may be big: disks, the guest's kernel and the engine's data."""
        return Path(f"/var/tmp/droveway-lab-{self.id}")

    @property
    def shared(self) -> Path:
        """A folder that every host sees at the same path, for relays and captures."""
        return self.run / "shared"

    @property
    def disks(self) -> Path:
        """Links from VM names to block devices, at the same path on every host."""
        return self.run / "disks"

    @property
    def guest_kernel(self) -> Path:
        return self.data / "guest.elf"

    @property
    def engine_data(self) -> Path:
        return self.data / "engine"

    @property
    def connection(self) -> Path:
        """DROVEWAY_URL, DROVEWAY_TOKEN and DROVEWAY_CA as bare NAME=value lines."""
        return self.run / "connection.env"

    def folder(self, machine: str) -> Path:
        return self.run / machine

    def disk_image(self, vm: str) -> Path:
        return self.data / "disks" / f"{vm}.raw"

    def namespace(self, machine: str) -> str:
        return f"droveway-{self.id}-{machine}"

    def namespace_path(self, machine: str) -> Path:
        return NAMESPACES / self.namespace(machine)

    def vm_uuid(self, index: int) -> str:
        """UUID of VM `vm<index>`, the same each time this lab is made."""
        return f"d70e3a1b-0000-4000-8000-{self.id}{index:06x}"

    def host_uuid(self, index: int) -> str:
        """What libvirt on host `h<index>` takes for the machine's UUID; hosts of one machine would share it."""
        return f"d70e3a1b-0000-4000-8001-{self.id}{index:06x}"


def of_checkout(checkout: Path, seed: str | None = None) -> Lab:
    """The lab of a checkout, or of another seed where one checkout needs several."""
    resolved = checkout.resolve()
    digest = hashlib.sha256((seed or str(resolved)).encode()).hexdigest()
    return Lab(resolved, digest[:6])


def current() -> Lab:
    """The lab of the checkout this file is in."""
    return of_checkout(Path(__file__).resolve().parents[2], os.environ.get(SEED_VARIABLE))
