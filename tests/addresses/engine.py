"""What the engine says of the hosts' addresses: its word on the NICs, and plans as `drovectl` gives them."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from addresses.nics import NIC, MigrationNic, NicState
from lab import engine
from lab.enrolment import CLUSTER
from lab.identity import Lab
from lab.wait import until

VM = "vm1"
_REPORT_SECONDS = 20.0
_COMMAND_SECONDS = 120


@dataclass(frozen=True)
class Answer:
    """What `drovectl -o json` gave: a plan or a migration, or the refusals."""

    status: int
    told: dict[str, Any]
    complaint: str

    @property
    def refusals(self) -> list[dict[str, str]]:
        return list(self.told.get("refusals", []))

    def refusal(self, code: str, host: str) -> dict[str, str]:
        """The host's refusal with this code.

        :raises AssertionError: if there is none
        """
        for each in self.refusals:
            if (each["code"], each["object"]) == (code, f"host {host}"):
                return each
        raise AssertionError(
            f"host {host} not refused with {code}: exit status {self.status}, {self.told} {self.complaint}"
        )

    def reasons(self, subject: str) -> list[str]:
        """Why the plan decided on the subject as it did."""
        return [each["reason"] for each in self.told["decisions"] if each["subject"] == subject]


class Engine:
    """The lab's."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self.client = engine.client(lab)

    def drovectl(self, *arguments: str) -> Answer:
        """Runs `./drovectl`."""
        connection = self._lab.connection.read_text(encoding="utf-8").splitlines()
        done = subprocess.run(
            ["./drovectl", "-o", "json", *arguments],
            cwd=self._lab.checkout,
            env=os.environ | dict(line.split("=", 1) for line in connection),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_COMMAND_SECONDS,
        )
        told = json.loads(done.stdout) if done.stdout.startswith("{") else {}
        return Answer(done.returncode, told, done.stderr.strip())

    def plan(self, host: str, *options: str) -> Answer:
        """Plans and asks, moves nothing."""
        return self.drovectl("migrate", VM, host, "--dry-run", *options)

    def move(self, host: str, *options: str) -> Answer:
        """A whole migration."""
        return self.drovectl("migrate", VM, host, "--wait", *options)

    def warnings(self, network: str) -> list[tuple[str, str, str]]:
        """Code, object and what was found, of each warning of a preview of the migration role."""
        answer = self.drovectl("network", "role", "grant", CLUSTER, network, "migration", "--dry-run")
        return [(each["code"], each["object"], each["found"]) for each in answer.told["warnings"]]

    def where(self) -> str:
        """The host that has the VM."""
        return str(self.client.get("vms", VM)["host"])

    def await_report(self, *nics: MigrationNic) -> None:
        """Returns when the engine has heard from the hosts since they changed, and knows what their kernels have."""
        for nic in nics:
            until(
                lambda: self._knows(nic),
                _REPORT_SECONDS,
                lambda: f"the engine does not know {NIC} of {nic.host} as it is, {nic.state()}",
            )

    def _knows(self, nic: MigrationNic) -> bool:
        host = self.client.get("hosts", nic.host)
        if host["state"] != "up" or datetime.fromisoformat(host["lastSeen"]) <= nic.changed:
            return False
        told = [each for each in host["nics"] if each["name"] == NIC]
        return [NicState(one["up"], one["mtu"], frozenset(one["addresses"])) for one in told] == [nic.state()]
