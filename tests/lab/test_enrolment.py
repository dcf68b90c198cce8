"""What the engine is told about the lab, once and again."""

from __future__ import annotations

import unittest
from typing import Any

from lab import enrolment
from lab.plan import Plan
from lab.rest import Client


class FakeEngine(Client):
    """Keeps what it is told in dictionaries, and counts the writes."""

    def __init__(self) -> None:
        self.objects: dict[tuple[str, ...], dict[str, Any]] = {}
        self.writes = 0

    def find(self, *path: str) -> Any:
        return self.objects.get(path)

    def get(self, *path: str) -> Any:
        return self.objects[path]

    def post(self, *path: str, body: dict[str, Any]) -> Any:
        self.writes += 1
        self.objects[(*path, body["name"])] = body | {"networks": []}

    def put(self, *path: str, body: dict[str, Any] | None = None) -> Any:
        self.writes += 1
        networks = self.objects[path[:2]]["networks"]
        if len(path) == 4:
            assert body is not None
            networks.append({"name": path[3], "roles": [], "required": body["required"]})
        else:
            (network,) = [network for network in networks if network["name"] == path[3]]
            network["roles"].append(path[5])


class TestDescribe(unittest.TestCase):
    def setUp(self) -> None:
        self.engine = FakeEngine()

    def networks(self) -> dict[str, dict[str, Any]]:
        return {network["name"]: network for network in self.engine.get("clusters", "lab")["networks"]}

    def test_networks_are_attached_and_the_migration_role_is_left_to_others(self) -> None:
        enrolment.describe(self.engine, Plan())
        roles = {name: network["roles"] for name, network in self.networks().items()}
        self.assertEqual(roles, {"management": ["management"], "migration": [], "guests": ["vm"]})
        self.assertEqual(self.engine.get("networks", "migration")["cidr"], "10.62.0.0/24")

    def test_a_network_that_a_host_lacks_is_not_required(self) -> None:
        enrolment.describe(self.engine, Plan(without_migration=("h3",)))
        required = {name: network["required"] for name, network in self.networks().items()}
        self.assertEqual(required, {"management": True, "migration": False, "guests": True})

    def test_the_second_time_nothing_is_written(self) -> None:
        enrolment.describe(self.engine, Plan())
        writes = self.engine.writes
        enrolment.describe(self.engine, Plan())
        self.assertEqual(self.engine.writes, writes)

    def test_what_an_interrupted_run_left_undone_is_done(self) -> None:
        enrolment.describe(self.engine, Plan())
        self.networks()["guests"]["roles"].clear()
        enrolment.describe(self.engine, Plan())
        self.assertEqual(self.networks()["guests"]["roles"], ["vm"])


if __name__ == "__main__":
    unittest.main()
