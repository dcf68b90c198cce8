"""What Droveway must refuse, and that a refusal leaves everything on both hosts as it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from demo.certificates import expired_certificate
from demo.engine import DONE, REFUSED, Drovectl, Rest
from demo.hoststate import HostState, read_state
from demo.hosts import Host
from demo.intruder import POOL
from demo.pinholes import elements_of
from demo.report import Report
from demo.stage import VM, WITHOUT_MIGRATION, Stage

_PATIENCE_SECONDS = 30.0
_SETTLE_SECONDS = 5.0
SLOW_MIB = "8"
"""Bandwidth of the migration that another one runs into: the VM's 64 MiB of random memory take 8 s."""


@dataclass(frozen=True)
class Case:
    """One refusal: what is prepared, what is asked for, which reason must be given."""

    title: str
    code: str
    arguments: tuple[str, ...]
    destination: str
    prepared: Callable[[], AbstractContextManager[object]] = field(default=nullcontext)
    lease_contents: bool = True


class Refusals:
    """All refusals for a VM that runs on one host and is wanted on another."""

    def __init__(
        self, stage: Stage, drovectl: Drovectl, rest: Rest, report: Report, source: str, target: str
    ) -> None:
        self._stage = stage
        self._drovectl = drovectl
        self._rest = rest
        self._report = report
        self._source = source
        self._target = target

    def run(self, secure: bool) -> None:
        """All of them, one after the other. An insecure policy asks for no certificate: there the VM's owner asks for TLS."""
        target = self._target
        tighter = () if secure else ("--type", "secure")
        for case in (
            Case(
                "refused: no address",
                "HOST_WITHOUT_ADDRESS",
                (WITHOUT_MIGRATION,),
                WITHOUT_MIGRATION,
            ),
            Case("refused: name taken", "VM_NAME_OR_UUID_TAKEN", (target,), target, self._name_taken),
            Case("refused: UUID taken", "VM_NAME_OR_UUID_TAKEN", (target,), target, self._uuid_taken),
            Case("refused: expired", "CERTIFICATE_EXPIRED", (target, *tighter), target, self._expired),
            Case(
                "refused: one runs",
                "VM_ALREADY_MIGRATING",
                (target,),
                target,
                self._first_running,
                False,
            ),
        ):
            self._refused(case)

    def _refused(self, case: Case) -> None:
        with case.prepared():
            hosts = [self._stage.host(self._source), self._stage.host(case.destination)]
            before = [read_state(host, case.lease_contents) for host in hosts]
            answer = self._drovectl.run("migrate", VM, *case.arguments, "--wait")
            differences = self._differences(hosts, before, case.lease_contents)
        self._report.check(
            answer.status == REFUSED and case.code in answer.text,
            case.title,
            f"exit status {answer.status}, {case.code if case.code in answer.text else 'without ' + case.code}",
            f"{REFUSED} and {case.code}",
        )
        self._report.check(
            not differences,
            "left as it was",
            "; ".join(differences)
            or f"domains, firewall, sockets, leases of {' and '.join(h.name for h in hosts)}",
            "no difference",
        )

    @staticmethod
    def _differences(hosts: list[Host], before: list[HostState], lease_contents: bool) -> list[str]:
        """What differs, after a moment at most: an asking negotiation may still be closing its connection."""
        until = time.monotonic() + _SETTLE_SECONDS
        while True:
            found = [
                f"{host.name} {each}"
                for host, state in zip(hosts, before)
                for each in state.differences(read_state(host, lease_contents))
            ]
            if not found or time.monotonic() > until:
                return found
            time.sleep(0.2)

    @contextmanager
    def _name_taken(self) -> Iterator[None]:
        with self._dummy(VM, "0d0e0d0e-0000-4000-8000-000000000001"):
            yield

    @contextmanager
    def _uuid_taken(self) -> Iterator[None]:
        uuid = self._stage.host(self._source).run(["virsh", "domuuid", VM]).strip()
        with self._dummy("somebody-else", uuid):
            yield

    @contextmanager
    def _dummy(self, name: str, uuid: str) -> Iterator[None]:
        """A VM that is defined on the destination and does not run."""
        host = self._stage.host(self._target)
        xml = (
            f"<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid><memory unit='MiB'>16</memory>"
            "<os><type arch='x86_64' machine='pc'>hvm</type></os></domain>"
        )
        file = self._stage.lab.shared / f"{name}.xml"
        file.write_text(xml)
        try:
            host.run(["virsh", "define", str(file)])
            yield
        finally:
            file.unlink()
            host.run(["virsh", "undefine", name], check=False)
            self._await_engine(lambda: all(each["host"] != self._target for each in self._rest.get("/vms")))

    @contextmanager
    def _expired(self) -> Iterator[None]:
        with expired_certificate(self._stage.host(self._target), self._stage.lab.engine_data):
            yield
        self._await_engine(self._certificate_is_valid)

    def _certificate_is_valid(self) -> bool:
        found = self._rest.get(f"/hosts/{self._target}")["certificates"]
        ends = [datetime.fromisoformat(each["notAfter"]) for each in found if each["purpose"] == "migration"]
        return bool(ends) and min(ends) > datetime.now(UTC)

    def _await_engine(self, knows: Callable[[], bool]) -> None:
        """Until the host has told the engine that all is well again: agents report every few seconds."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while not knows():
            if time.monotonic() > until:
                raise TimeoutError(
                    f"the engine does not see {self._target} as it was, {_PATIENCE_SECONDS:.0f} s later"
                )
            time.sleep(0.1)

    @contextmanager
    def _first_running(self) -> Iterator[None]:
        """A slow migration runs and has shut its pinhole for others; it is cancelled in the end."""
        started = self._drovectl.must("migrate", VM, self._target, "--bandwidth", SLOW_MIB)
        if started.status != DONE:
            yield
            return
        first = self._await(lambda each: bool(each["state"] == "COPYING"), "COPYING")
        self._await_shut_pinhole()
        try:
            yield
        finally:
            self._drovectl.must("migration", "cancel", first["id"])
            ended = self._await(
                lambda each: bool(each["id"] == first["id"] and each.get("endedAt")), "an end"
            )
            found = f"{ended['state']}, {VM} is on {ended.get('vmHost')}"
            right = ended["state"] == "CANCELLED" and ended.get("vmHost") == self._source
            self._report.check(right, "the first, cancelled", found, f"CANCELLED, on {self._source}")

    def _await(self, fits: Callable[[dict[str, Any]], bool], wanted: str) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            found = self._rest.get(f"/migrations?vm={VM}&limit=5")
            for each in found:
                if fits(each):
                    return dict(each)
            if time.monotonic() > until:
                states = ", ".join(each["state"] for each in found)
                raise TimeoutError(
                    f"no migration of {VM} came to {wanted} in {_PATIENCE_SECONDS:.0f} s: found {states}"
                )
            time.sleep(0.1)

    def _await_shut_pinhole(self) -> None:
        """Until all channels are there and nobody else is let in: from then on nothing changes on the destination."""
        host = self._stage.host(self._target)
        until = time.monotonic() + _PATIENCE_SECONDS
        while self._rest.get(f"/vms/{VM}").get("migration") and time.monotonic() < until:
            sockets = host.run(["ss", "-Htn", "state", "established"]).splitlines()
            ports = {int(line.split()[2].rpartition(":")[2]) for line in sockets}
            taken = any(port in pool for port in ports for pool in POOL)
            if taken and not elements_of(host.run(["nft", "-j", "list", "ruleset"])):
                return
            time.sleep(0.1)
