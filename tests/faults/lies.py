"""What a host that somebody took over may try on another host's agent: all of it is refused, and leaves nothing there."""

from __future__ import annotations

import json
import ssl
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from demo.hosts import HostCommandError
from demo.hoststate import read_state
from demo.report import Report
from demo.stage import VM, WITHOUT_MIGRATION, Stage
from faults import permits
from faults.engine import Engine
from faults.errors import Wrong
from faults.kills import Kills
from faults.moments import sent
from faults.offers import offer
from faults.peer import Peer, call
from faults.seen import RECORDS
from faults.victims import Way
from lab import hostfiles
from lab.commands import run
from lab.errors import LabError

AUTH_LIST = 66
CREATE_XML = 10
"""Starts any program on the host: it would be root for whoever may call it."""
SLOW_MIB = 3
_PATIENCE_SECONDS = 30.0
_OTHER_VM = "0d0e0d0e-0000-4000-8000-000000000002"


class Lies:
    """Plays them from the VM's host to the other one."""

    def __init__(self, stage: Stage, engine: Engine, kills: Kills, report: Report) -> None:
        self._stage = stage
        self._engine = engine
        self._kills = kills
        self._report = report
        self._key = stage.lab.engine_data / "permit.key"

    def play(self) -> None:
        """All of them."""
        for title, lie in (
            ("control: a good permit", self._good),
            ("expired permit", self._expired),
            ("permit of another VM", self._other_vm),
            ("permit of another engine", self._forged),
            ("another host's lease", self._foreign_lease),
            ("procedure off the list", self._procedure),
        ):
            self._finding(title, lie)

    def _finding(self, title: str, lie: Callable[[Way], str]) -> None:
        try:
            found = lie(self._kills.way())
        except (HostCommandError, LabError, OSError, EOFError, Wrong) as failure:
            self._report.check(False, title, str(failure))
        else:
            self._report.check(True, title, found)

    def _good(self, way: Way) -> str:
        """Only asked, so that nothing is leased: shows that the others are refused for their permits alone."""
        with Peer(self._stage.lab, way.source, way.destination) as peer:
            answer = peer.ask("offer", **self._offer(way, permits.permit(self._stage.lab, way), asking=True))
        if answer["type"] != "accept":
            raise Wrong(f"answered {json.dumps(answer)}, needed accept")
        return "accepted"

    def _expired(self, way: Way) -> str:
        return self._refused(way, permits.expired(self._stage.lab, way), "PERMIT_EXPIRED")

    def _other_vm(self, way: Way) -> str:
        other = permits.permit(self._stage.lab, way, vm=_OTHER_VM, vmName="vm2")
        return self._refused(way, other, "PERMIT_FOR_OTHER")

    def _forged(self, way: Way) -> str:
        with tempfile.TemporaryDirectory(prefix="droveway-faults-") as folder:
            self._key, own = Path(folder, "other.key"), self._key
            try:
                run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", str(self._key)])
                return self._refused(way, permits.permit(self._stage.lab, way), "PERMIT_INVALID")
            finally:
                self._key = own

    def _refused(self, way: Way, permit: dict[str, Any], code: str) -> str:
        return self._refused_signed(way, permits.signed(permit, self._key), code)

    def _refused_signed(self, way: Way, permit: dict[str, str], code: str) -> str:
        """Offered in earnest; the destination must refuse for this reason and be as before."""
        host = self._stage.host(way.destination)
        before = read_state(host)
        with Peer(self._stage.lab, way.source, way.destination) as peer:
            source = self._stage.host(way.source)
            answer = peer.ask("offer", **offer(source, way.destination, permit, asking=False))
        codes = [each["code"] for each in answer.get("refusals", [])]
        if answer["type"] != "refuse" or codes != [code]:
            raise Wrong(f"answered {json.dumps(answer)}, needed refuse with {code}")
        changed = before.differences(read_state(host))
        if changed:
            raise Wrong(f"{code}, but {way.destination} changed: {'; '.join(changed)}")
        return f"{code}: {answer['refusals'][0]['found']}"

    def _offer(self, way: Way, permit: dict[str, Any], asking: bool) -> dict[str, Any]:
        signed = permits.signed(permit, self._key)
        return offer(self._stage.host(way.source), way.destination, signed, asking)

    def _foreign_lease(self, way: Way) -> str:
        """A host that has a good certificate, but not this migration."""
        migration, record = self._running(way)
        wrong = []
        for kind in ("relay", "renew", "open-pinhole", "released"):
            with Peer(self._stage.lab, WITHOUT_MIGRATION, way.destination) as peer:
                answer = peer.ask(kind, lease=record["lease"], evidence="none")
            if answer["type"] != "refuse" or answer["refusals"][0]["code"] != "PERMIT_FOR_OTHER":
                wrong.append(f"{kind} is answered {json.dumps(answer)}, needed refuse with PERMIT_FOR_OTHER")
        with Peer(self._stage.lab, WITHOUT_MIGRATION, way.destination) as peer:
            peer.ask("close", lease=record["lease"], completed=False)
        if self._engine.migration(migration)["state"] != "COPYING":
            wrong.append("the migration does not go on after another host has closed its lease")
        self._engine.cancel(migration)
        end = self._kills.settle(migration)
        if wrong:
            raise Wrong(f"{'; '.join(wrong)}; {end}")
        return f"PERMIT_FOR_OTHER to each request; the migration went on until it was {end}"

    def _procedure(self, way: Way) -> str:
        """Through the relay of a running migration: one call that is allowed, as a control, then one that is not."""
        migration, record = self._running(way)
        with Peer(self._stage.lab, way.source, way.destination) as peer:
            answer = peer.ask("relay", lease=record["lease"])
            peer.send(call(AUTH_LIST, 1))
            allowed = peer.message()
            peer.send(call(CREATE_XML, 2, b"\0\0\0\0\0\0\0\0"))
            refused = peer.message()
        end = self._kills.settle(migration)
        told = json.dumps(self._engine.migration(migration))
        if answer["type"] != "done" or not allowed or refused or "PROCEDURE_NOT_ALLOWED" not in told:
            raise Wrong(
                f"relay {answer}, control {allowed!r}, answer to the forbidden call {refused!r}; the engine: {told}"
            )
        again = self._refused_signed(way, record["order"]["permit"], "PERMIT_REUSED")
        self._report.check(True, "reused permit", again)
        self._engine.move(way.destination)
        return f"connection closed, PROCEDURE_NOT_ALLOWED; {end}"

    def _running(self, way: Way) -> tuple[str, dict[str, Any]]:
        """A migration that copies, and what its source's agent has noted of it."""
        migration = self._engine.start(way.destination, SLOW_MIB)
        until = time.monotonic() + _PATIENCE_SECONDS
        while sent(self._engine.migration(migration)) < 1 << 20:
            if time.monotonic() > until:
                raise Wrong(f"migration {migration} does not copy")
            time.sleep(0.1)
        file = hostfiles.inside(self._stage.lab, way.source, f"{RECORDS}/out/{migration}.json")
        return migration, dict(json.loads(file.read_text(encoding="utf-8")))
