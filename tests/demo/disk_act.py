"""The act of the demo in which a VM moves with a disk that only its host has, over several connections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from demo.act import DESTINATION, SOURCE, Tools
from demo.engine import DONE
from demo.hosts import MIGRATION_NIC
from demo.judgement import Expected, judge
from demo.observer import Observer
from lab import localdisks, virsh
from lab.domain import MARKER, MEMORY_MIB, RANDOM_MIB
from lab.localdisks import LocalDisk
from lab.wait import until

INDEX = 2
VM = f"vm{INDEX}"
CONNECTIONS = 2
DISK = LocalDisk("vdb", "qcow2", written=8 << 20, marker=f"{MARKER}-{VM} ".encode())
"""With the marker in it, as the VM's memory has it: one search finds either in clear."""
OPTIONS = ("--with-local-disks", "--connections", str(CONNECTIONS), "--type", "secure")
_SLACK = 1 << 20
_PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Seen:
    """A disk as a guest sees it, and what its image takes on its host."""

    content: str
    size: int
    taken: int


class DiskAct:
    """A secure migration with a local disk; the VM comes for it and goes after it."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._report = tools.report
        self._lab = tools.stage.lab

    def run(self) -> None:
        """Begin to end."""
        self._report.heading(
            f"Local disk: {VM} ({MEMORY_MIB} MiB), {DISK.target} is a file of {SOURCE} alone, to {DESTINATION}"
        )
        localdisks.start(self._lab, SOURCE, INDEX, (DISK,), shared=True)
        until(self._known, _PATIENCE_SECONDS, lambda: f"the engine does not know {VM}")
        self._plan()
        before = self._seen(SOURCE)
        self._migrate()
        self._judge_disk(before)
        for command in (("destroy", VM), ("undefine", VM)):
            virsh.virsh(self._lab, DESTINATION, *command)

    def _known(self) -> bool:
        return any(vm["name"] == VM and vm["state"] == "running" for vm in self._tools.rest.get("/vms"))

    def _plan(self) -> None:
        text = self._tools.drovectl.must("migrate", VM, DESTINATION, *OPTIONS, "--dry-run").text
        for what in ("DISKS_PORT", f"migrate_disks={DISK.target}", f"parallel.connections={CONNECTIONS}"):
            self._report.check(what in text, "plan", f"{'names' if what in text else 'lacks'} {what}", what)

    def _migrate(self) -> None:
        stage = self._tools.stage
        with Observer(stage.scene(SOURCE, DESTINATION, VM)) as observer:
            answer = self._tools.drovectl.run("migrate", VM, DESTINATION, *OPTIONS, "--wait")
            observed = observer.finish()
        self._report.check(answer.status == DONE, "drovectl", f"exit status {answer.status}", f"{DONE}")
        expected = Expected(
            VM,
            SOURCE,
            DESTINATION,
            stage.address(SOURCE),
            stage.address(DESTINATION),
            MIGRATION_NIC,
            True,
            RANDOM_MIB << 20,
            disks=1,
            connections=CONNECTIONS,
        )
        for finding in judge(observed, expected):
            self._report.finding(finding)
        self._compare(self._tools.rest.newest_migration(VM) or {})

    def _compare(self, migration: dict[str, Any]) -> None:
        """Droveway's own account must say the same."""
        streams = [
            f"{seen['host']}: memory {seen['memoryStream']}, disks {seen.get('diskStream')}"
            for seen in migration.get("observed", [])
        ]
        told = f"{migration.get('state')}, {migration.get('verdict')}; {'; '.join(streams)}"
        needed = f"COMPLETED, conforms; {SOURCE}: memory tls, disks tls; {DESTINATION}: memory tls, disks tls"
        self._report.check(told == needed, "Droveway's account", told, needed)

    def _seen(self, host: str) -> Seen:
        image = localdisks.place(self._lab, host, VM, DISK)
        return Seen(localdisks.digest(image, DISK), *localdisks.sizes(image, DISK))

    def _judge_disk(self, before: Seen) -> None:
        left = localdisks.images(self._lab, SOURCE)
        self._report.check(not left, f"disks on {SOURCE}", ", ".join(left) or "none", "none: it has moved")
        if not localdisks.place(self._lab, DESTINATION, VM, DISK).exists():
            self._report.check(False, f"disk on {DESTINATION}", "not there", DISK.path(VM))
            return
        after = self._seen(DESTINATION)
        self._report.check(
            (after.content, after.size) == (before.content, before.size),
            f"disk on {DESTINATION}",
            f"{after.size >> 20} MiB, SHA-256 {after.content[:16]}",
            f"{before.size >> 20} MiB, SHA-256 {before.content[:16]}",
        )
        self._report.check(
            after.taken <= before.taken + _SLACK,
            "still sparse",
            f"takes {after.taken / (1 << 20):.1f} MiB of {after.size >> 20}",
            f"{before.taken / (1 << 20):.1f} MiB as before, and little more",
        )
