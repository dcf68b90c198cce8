"""The lab as the demo's stage: brings it up and down, and knows where everything is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from demo.engine import Connection, read_connection
from demo.hosts import Host
from demo.observer import Scene
from lab import identity, processes
from lab.domain import MARKER, RANDOM_MIB
from lab.topology import INTRUDER, MANAGEMENT, MIGRATION, management_address, migration_address

HOSTS = ("h1", "h2", "h3")
WITHOUT_MIGRATION = "h3"
VM = "vm1"
DIRTY_PAGES = 500
"""4 KiB pages a second that the VM rewrites."""

CLUSTER = "lab"
DATA_CENTER = "lab"


class StageError(Exception):
    """The lab does not do what it should."""


class Stage:
    """The lab of this checkout; what the lab says while it comes and goes is passed on."""

    def __init__(self, say: Callable[[str], None], ipv6: bool = False) -> None:
        self._say = say
        self.ipv6 = ipv6
        self.lab = identity.current()
        self.connection: Connection | None = None

    @property
    def checkout(self) -> Path:
        """Where the launcher is."""
        return self.lab.checkout

    def is_up(self) -> bool:
        """Whether anything of this lab is there."""
        return self.lab.run.exists()

    def up(self) -> None:
        """Brings up three hosts, one of them without the migration network, a VM and the engine."""
        count = str(len(HOSTS))
        version = ("--ipv6",) if self.ipv6 else ()
        self._lab("up", "--hosts", count, "--vms", "1", "--without-migration", WITHOUT_MIGRATION, *version)
        self.connection = read_connection(self.lab.connection)

    def down(self) -> None:
        """Takes everything away, in a session of its own: a second Ctrl-C must not leave half of it behind."""
        self._lab("down", apart=True)

    def dirty(self, vm: str, pages: int) -> None:
        """Makes a VM rewrite so many pages a second."""
        self._lab("dirty", vm, str(pages))

    def _lab(self, *arguments: str, apart: bool = False) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "lab", *arguments],
            env={**os.environ, "PYTHONPATH": str(self.checkout / "tests")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=apart,
        )
        assert process.stdout is not None
        last = ""
        with process.stdout:
            for line in process.stdout:
                last = line.strip()
                if not last.startswith("DROVEWAY_"):
                    self._say(last)
        if process.wait() != 0:
            raise StageError(f"lab {' '.join(arguments)}: exit status {process.returncode}: {last}")

    def host(self, name: str) -> Host:
        """A host, the engine or the intruder."""
        return Host(name, self.lab.namespace_path(name), processes.supervisor(self.lab, name))

    def scene(self, source: str, destination: str, vm: str = VM) -> Scene:
        """What an observer of a migration needs."""
        return Scene(
            self.host(source),
            self.host(destination),
            self.host(INTRUDER),
            vm,
            self.lab.disk_image(vm),
            f"{MARKER}-{vm}".encode(),
            RANDOM_MIB << 20,
            self.lab.data,
        )

    def address(self, host: str, management: bool = False) -> str:
        """A host's address on the migration network, or on the management network."""
        return management_address(host) if management else migration_address(host, self.ipv6)

    @property
    def version(self) -> int:
        """The Internet Protocol's on the migration network."""
        return 6 if self.ipv6 else 4

    @property
    def migration_cidr(self) -> str:
        """The migration network."""
        return MIGRATION.cidr6 if self.ipv6 else MIGRATION.cidr

    @property
    def management_cidr(self) -> str:
        """The management network."""
        return MANAGEMENT.cidr
