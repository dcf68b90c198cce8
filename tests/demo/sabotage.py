"""Breaks one thing in the running lab, for real and behind the demo's back; the demo must notice."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable

from demo.engine import DONE, Drovectl
from demo.hosts import MANAGEMENT_NIC, Host
from demo.pinholes import Opening, PinholeWatch

KINDS = {
    "wrong-nic": "routes between the migration addresses go over the management wire as soon as the pinhole opens",
    "no-tls": "the policy is insecure by the time the migration starts",
    "pinhole-left": "after the migration somebody opens its pinhole again",
    "pool-open": "while the pinhole is there, the rule that shuts the pool is deleted, and again when the agent puts it back",
}
_PATIENCE_SECONDS = 60.0
_AGAIN_SECONDS = 0.1


class Sabotage:
    """The kind that was asked for, called at the moments at which any kind may act; None does nothing."""

    def __init__(self, kind: str | None, version: int = 4) -> None:
        if kind is not None and kind not in KINDS:
            raise ValueError(f"no such sabotage: {kind}, needed one of {', '.join(KINDS)}")
        self.kind = kind
        self._version = version
        self._waiting: threading.Thread | None = None
        self._ended = threading.Event()
        self.done = False

    def before_migration(self, drovectl: Drovectl, data_center: str) -> None:
        """The policy has been set and shown."""
        if self.kind == "no-tls":
            answer = drovectl.run("datacenter", "set", data_center, "--migration", "insecure", show=False)
            self.done = answer.status == DONE

    def during_migration(self, watch: PinholeWatch, source: Host, destination: Host) -> None:
        """The migration is about to be asked for: what needs a pinhole waits for it in the background."""
        acts: dict[str, Callable[[], None]] = {
            "wrong-nic": lambda: reroute(source, destination, self._version),
            "pool-open": lambda: self._keep_open(destination),
        }
        act = acts.get(self.kind or "")
        if act is not None:
            self._waiting = threading.Thread(target=self._when_open, args=(watch, act), daemon=True)
            self._waiting.start()

    def _when_open(self, watch: PinholeWatch, act: Callable[[], None]) -> None:
        until = time.monotonic() + _PATIENCE_SECONDS
        while not watch.openings and time.monotonic() < until:
            time.sleep(0.001)
        if watch.openings:
            act()
            self.done = True

    def _keep_open(self, destination: Host) -> None:
        """Agents look after their table every second, so once is not enough."""
        open_pool(destination)
        while not self._ended.wait(_AGAIN_SECONDS):
            open_pool(destination)

    def after_migration(self, openings: list[Opening], destination: Host) -> None:
        """The migration has ended; nothing was judged yet."""
        self._ended.set()
        if self._waiting is not None:
            self._waiting.join(timeout=5)
        if self.kind == "pinhole-left" and openings:
            hole = openings[-1].pinhole
            destination.run(["nft", "add", "element", "inet", "droveway", *hole.element(3600)])
            self.done = True


def reroute(source: Host, destination: Host, version: int) -> None:
    """Each reaches the other's migration address over the management NIC, with its own migration address as source."""
    for host, other in ((destination, source), (source, destination)):
        # The management network has no IPv6 but the addresses that every link has.
        gateways = [
            each.text
            for each in other.addresses()
            if each.interface == MANAGEMENT_NIC and each.version == version
        ]
        host.run(
            ["ip", "route", "replace", other.migration_address(version), "via", gateways[0]]
            + ["dev", MANAGEMENT_NIC, "src", host.migration_address(version)]
        )


def open_pool(host: Host) -> None:
    """Deletes the rules that answer with a reset."""
    listing = json.loads(host.run(["nft", "-j", "list", "table", "inet", "droveway"]))
    for chain, handle in shutting_rules(listing):
        # The agent may have made the table anew since it was listed.
        host.run(["nft", "delete", "rule", "inet", "droveway", chain, "handle", str(handle)], check=False)


def shutting_rules(listing: dict[str, list[dict[str, dict[str, object]]]]) -> list[tuple[str, int]]:
    """Chain and handle of every rule that rejects."""
    found = []
    for entry in listing["nftables"]:
        rule = entry.get("rule")
        if rule is not None:
            expressions = rule["expr"]
            assert isinstance(expressions, list)
            if any("reject" in each for each in expressions):
                found.append((str(rule["chain"]), int(str(rule["handle"]))))
    return found
