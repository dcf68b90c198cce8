"""One act of the demo: the whole of the main job under one policy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from demo.control import scan_with_and_without_pinhole
from demo.engine import DONE, REFUSED, Drovectl, Rest
from demo.hosts import MIGRATION_NIC
from demo.judgement import Expected, judge
from demo.observer import Observed, Observer
from demo.refusals import Refusals
from demo.report import Report
from demo.sabotage import Sabotage
from demo.stage import CLUSTER, DATA_CENTER, VM, WITHOUT_MIGRATION, Stage
from lab.domain import MEMORY_MIB, RANDOM_MIB
from lab.topology import INTRUDER

SOURCE, DESTINATION = "h1", "h2"
BANDWIDTH_MIB = "24"
"""So slow that the intruder gets to try every door while the stream runs."""


@dataclass(frozen=True)
class Tools:
    """What an act works with."""

    stage: Stage
    drovectl: Drovectl
    rest: Rest
    report: Report
    sabotage: Sabotage


class Act:
    """The main job under a secure or an insecure policy."""

    def __init__(self, tools: Tools, secure: bool) -> None:
        self._tools = tools
        self._secure = secure
        self._type = "secure" if secure else "insecure"
        self._title = self._type.capitalize()
        self._report = tools.report
        self._drovectl = tools.drovectl

    def run(self) -> None:
        """All four steps; after a sabotage only as far as it can be noticed."""
        self.policy()
        self.migration()
        if self._tools.sabotage.kind is None:
            self.refusals()
            self.management()

    def policy(self) -> None:
        """Step 1: the policy, the role, the plan."""
        self._report.heading(f"{self._title} 1: policy, role and plan")
        line = f"{self._type},network={self._tools.stage.migration_cidr}"
        self._drovectl.must("datacenter", "set", DATA_CENTER, "--migration", line)
        self._drovectl.must("network", "role", "grant", CLUSTER, "migration", "migration")
        plan = self._drovectl.must("migrate", VM, DESTINATION, "--bandwidth", BANDWIDTH_MIB, "--dry-run").text
        address = self._tools.stage.address(DESTINATION)
        for what in (self._type, address, "PORT"):
            self._report.check(
                what in plan, "plan", f"{'names' if what in plan else 'does not name'} {what}", what
            )
        self._report.check(
            self._where() == SOURCE, "nothing moved", f"{VM} is on {self._where()} after the dry run", SOURCE
        )

    def migration(self) -> None:
        """Steps 2 and 3: the migration under an intruder's eyes, and what was observed."""
        tools = self._tools
        self._report.heading(
            f"{self._title} 2: {VM} ({MEMORY_MIB} MiB, {RANDOM_MIB} of them random) from h1 to h2"
        )
        intruder, destination = tools.stage.host(INTRUDER), tools.stage.host(DESTINATION)
        for finding in scan_with_and_without_pinhole(intruder, destination, tools.stage.version):
            self._report.finding(finding)
        scene = tools.stage.scene(SOURCE, DESTINATION)
        tools.sabotage.before_migration(self._drovectl, DATA_CENTER)
        with Observer(scene) as observer:
            tools.sabotage.during_migration(observer.pinholes, scene.source, scene.destination)
            answer = self._drovectl.run("migrate", VM, DESTINATION, "--bandwidth", BANDWIDTH_MIB, "--wait")
            tools.sabotage.after_migration(observer.pinholes.openings, scene.destination)
            observed = observer.finish()
        self._report.check(answer.status == DONE, "drovectl", f"exit status {answer.status}", f"{DONE}")
        self._report.heading(f"{self._title} 3: what was observed, by packets, kernel and QEMU alone")
        self._judge(observed)
        self._compare(tools.rest.newest_migration(VM))

    def _judge(self, observed: Observed) -> None:
        stage = self._tools.stage
        expected = Expected(
            VM,
            SOURCE,
            DESTINATION,
            stage.address(SOURCE),
            stage.address(DESTINATION),
            MIGRATION_NIC,
            self._secure,
            RANDOM_MIB << 20,
        )
        for finding in judge(observed, expected):
            self._report.finding(finding)

    def _compare(self, migration: dict[str, Any] | None) -> None:
        """Droveway's own account must say the same."""
        found = migration or {}
        expected = {
            "state": "COMPLETED",
            "vmHost": DESTINATION,
            "type": self._type,
            "network": "migration",
            "managementNetwork": False,
            "verdict": "conforms",
        }
        told = {name: found.get(name) for name in expected}
        text = ", ".join(f"{name} {value}" for name, value in told.items())
        reasons = f"; {'; '.join(found.get('verdictReasons', []))}" if told["verdict"] != "conforms" else ""
        self._report.check(told == expected, "Droveway's account", text + reasons, json.dumps(expected))
        self._report.check(bool(found.get("endedAt")), "total time", total_time(found), "begin and end")

    def refusals(self) -> None:
        """Step 4, first part: from where the VM is now, back to where it came from."""
        self._report.heading(f"{self._title} 4: what is refused, and leaves nothing behind")
        tools = self._tools
        Refusals(tools.stage, self._drovectl, tools.rest, self._report, DESTINATION, SOURCE).run(self._secure)

    def management(self) -> None:
        """Step 4, second part: over the management network, because a person asked for it."""
        self._report.heading(f"{self._title} 4: over the management network, on request and marked")
        flag = "--allow-management-network"
        asked = self._drovectl.run("migrate", VM, WITHOUT_MIGRATION, flag, "--wait")
        self._report.check(asked.status == DONE, "drovectl", f"exit status {asked.status}", f"{DONE}")
        found = self._tools.rest.newest_migration(VM) or {}
        marked = found.get("managementNetwork") is True and found.get("state") == "COMPLETED"
        text = f"{found.get('state')} over {found.get('network')}, managementNetwork {found.get('managementNetwork')}"
        self._report.check(marked, "marked in the API", text, "COMPLETED and managementNetwork true")
        self._report.check(
            "MANAGEMENT" in asked.text,
            "marked by drovectl",
            "MANAGEMENT" if "MANAGEMENT" in asked.text else "not",
        )
        self._report.check(
            self._where() == WITHOUT_MIGRATION,
            "where it is",
            f"{VM} is on {self._where()}",
            WITHOUT_MIGRATION,
        )
        self._report.note(f"and back to {SOURCE}, the same way")
        self._drovectl.must("migrate", VM, SOURCE, flag, "--wait")

    def _where(self) -> str | None:
        """The host that runs the VM, by virsh."""
        for name in (SOURCE, DESTINATION, WITHOUT_MIGRATION):
            if VM in self._tools.stage.host(name).run(["virsh", "list", "--name", "--state-running"]).split():
                return name
        return None


def total_time(migration: dict[str, Any]) -> str:
    """From the engine's accepting it to its end."""
    begun, ended = migration.get("requestedAt"), migration.get("endedAt")
    if not begun or not ended:
        return f"requested {begun}, ended {ended}"
    seconds = (datetime.fromisoformat(ended) - datetime.fromisoformat(begun)).total_seconds()
    return f"{seconds:.2f} s from request to end"
