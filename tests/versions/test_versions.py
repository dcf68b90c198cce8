"""The four pairs of an older and a newer agent, as real hosts: h1 and h2 newer, h3 and h4 older."""

from __future__ import annotations

import unittest

from addresses.engine import Answer, Engine
from lab.enrolment import CLUSTER, DATA_CENTER
from lab.labtest import LabTest
from lab.topology import MIGRATION
from versions import older

DONE, REFUSED = 0, 3
NEW, OTHER_NEW, OLD, OTHER_OLD = "h1", "h2", "h3", "h4"


class TestVersions(LabTest):
    seed = "test-versions"
    options = ("--hosts", "4", "--vms", "1", "--older", OLD, "--older", OTHER_OLD)
    engine: Engine

    @classmethod
    def setUpClass(cls) -> None:
        older.build()
        super().setUpClass()
        cls.engine = Engine(cls.lab)
        cls.engine.client.put("datacenters", DATA_CENTER, "migration", body={"migration": "secure"})
        cls.engine.client.put("clusters", CLUSTER, "networks", MIGRATION.name, "roles", "migration")

    def move(self, host: str) -> None:
        answer = self.engine.move(host)
        self.assertEqual(answer.status, DONE, f"to {host}: {answer.told} {answer.complaint}")
        self.assertEqual((answer.told["state"], answer.told["verdict"]), ("COMPLETED", "conforms"))
        self.until(lambda: self.engine.where() == host, 10, f"the VM reported by {host}")

    def refused(self, answer: Answer, capability: str) -> None:
        self.assertEqual(answer.status, REFUSED, answer.told)
        found = {each["found"] for each in answer.refusals if each["code"] == "CAPABILITY_MISSING"}
        self.assertTrue(any(capability in each for each in found), answer.refusals)

    def test_every_pair_moves_a_vm_and_what_one_lacks_is_refused_by_name(self) -> None:
        for host in (OTHER_NEW, OLD, OTHER_OLD, NEW):
            with self.subTest(to=host):
                self.move(host)
        with self.subTest("an older destination"):
            self.refused(self.engine.plan(OLD, "--connections", "2"), "multifd")
        self.move(OLD)
        with self.subTest("an older source"):
            self.refused(self.engine.plan(NEW, "--connections", "2"), "multifd")


if __name__ == "__main__":
    unittest.main()
