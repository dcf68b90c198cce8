"""The engine as the faults need it: start a migration, look at it, though the engine itself may be dead for a while."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from demo.stage import CLUSTER, DATA_CENTER, VM
from faults.errors import Wrong
from lab import engine
from lab.errors import LabError
from lab.identity import Lab
from lab.rest import Refused

_PATIENCE_SECONDS = 90.0


class Engine:
    """Asks the lab's engine."""

    def __init__(self, lab: Lab) -> None:
        self._client = engine.client(lab)

    def set_policy(self) -> None:
        """A secure policy, and a network for it."""
        self._client.put("datacenters", DATA_CENTER, "migration", body={"migration": "secure"})
        self._client.put("clusters", CLUSTER, "networks", "migration", "roles", "migration")

    def migration(self, migration: str) -> dict[str, Any]:
        """All that is known of it.

        :raises LabError: while the engine does not answer
        """
        return dict(self._client.get("migrations", migration))

    def start(self, host: str, bandwidth: int | None = None, wish: Mapping[str, Any] | None = None) -> str:
        """Starts a migration of the VM, as soon as hosts and engine know each other's state again.

        :raises Wrong: if it is refused for too long
        """
        body = {"vm": VM, "host": host} | dict(wish or {})
        if bandwidth is not None:
            body |= {"bandwidthMiBs": bandwidth}
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                return str(self._client.post("migrations", body=body)["id"])
            except LabError as failure:
                # A refusal may rest on what a host has not told yet since it came back.
                if time.monotonic() > until:
                    raise Wrong(str(failure)) from failure
            time.sleep(0.2)

    def cancel(self, migration: str) -> None:
        """Asks for its end."""
        try:
            self._client.post("migrations", migration, "cancel", body={})
        except Refused as refused:
            raise Wrong(f"the migration cannot be cancelled: {refused}") from refused

    def try_to_cancel(self, migration: str) -> Refused | None:
        """Asks for its end; gives the refusal, if it is one."""
        try:
            self._client.post("migrations", migration, "cancel", body={})
        except Refused as refused:
            return refused
        return None

    def move(self, host: str) -> None:
        """A whole migration, undisturbed.

        :raises Wrong: if it does not complete
        """
        migration = self.start(host)
        until = time.monotonic() + _PATIENCE_SECONDS
        while not (found := self.migration(migration)).get("endedAt"):
            if time.monotonic() > until:
                raise Wrong(f"migration {migration} is {found['state']} and does not end")
            time.sleep(0.1)
        if found["state"] != "COMPLETED" or found.get("vmHost") != host:
            raise Wrong(f"migration {migration} ended {found['state']}: {found.get('error')}")
