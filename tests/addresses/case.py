"""What the cases have in common: a lab of two hosts, and plans between them by what their NICs have at that moment."""

from __future__ import annotations

import sys

from addresses.engine import Answer, Engine
from addresses.nics import NIC, MigrationNic
from addresses.racks import SUPERNET
from lab.commands import run
from lab.enrolment import CLUSTER, DATA_CENTER
from lab.labtest import TESTS, LabTest
from lab.topology import MIGRATION, MTU, SWITCH

DONE, REFUSED = 0, 3
IPV6, RACKS = "migration6", "racks"
NETWORKS = {IPV6: MIGRATION.cidr6, RACKS: SUPERNET}
"""Besides the lab's own; a case asks for them by name."""


class AddressTest(LabTest):
    """A lab of two hosts; `source` is the one that has the VM."""

    seed = "test-addresses"
    options = ("--hosts", "2", "--vms", "1")
    engine: Engine

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.engine = Engine(cls.lab)
        client = cls.engine.client
        client.put("datacenters", DATA_CENTER, "migration", body={"migration": "secure"})
        client.put("clusters", CLUSTER, "networks", MIGRATION.name, "roles", "migration")
        for name, cidr in NETWORKS.items():
            client.post("networks", body={"name": name, "cidr": cidr, "mtu": MTU})
            client.put("clusters", CLUSTER, "networks", name, body={"required": False})

    def setUp(self) -> None:
        here = self.engine.where()
        self.source = MigrationNic(self.lab, here)
        self.target = MigrationNic(self.lab, "h2" if here == "h1" else "h1")
        self.addCleanup(self.restore)

    def restore(self) -> None:
        for nic in (self.source, self.target):
            nic.restore()
        self.engine.await_report(self.source, self.target)

    def plan(self, *options: str) -> Answer:
        """From the source to the target, by what the hosts have now."""
        self.engine.await_report(self.source, self.target)
        return self.engine.plan(self.target.host, *options)

    def assert_way(self, answer: Answer, source: str, destination: str) -> None:
        self.assertEqual(answer.status, DONE, f"{answer.told} {answer.complaint}")
        plan = answer.told
        self.assertEqual((plan["sourceAddress"], plan["destinationAddress"]), (source, destination))
        self.assertEqual((plan["sourceNic"], plan["destinationNic"]), (NIC, NIC))

    def assert_moved(self, answer: Answer, source: str, destination: str) -> None:
        """It went through, between these addresses, and both hosts saw that it did."""
        self.assertEqual(answer.status, DONE, f"{answer.told} {answer.complaint}")
        told = answer.told
        self.assertEqual((told["state"], told["verdict"]), ("COMPLETED", "conforms"), told["verdictReasons"])
        way = (told["plan"]["sourceAddress"], told["plan"]["destinationAddress"])
        self.assertEqual(way, (source, destination))

    def assert_no_address(self, answer: Answer, found: str) -> None:
        self.assertEqual(answer.status, REFUSED)
        self.assertIn(found, answer.refusal("HOST_WITHOUT_ADDRESS", self.target.host)["found"])

    def pin(self, address: str) -> None:
        """On the target, until the test is over."""
        done = self.engine.drovectl("host", "pin", self.target.host, MIGRATION.name, address)
        self.assertEqual(done.status, DONE, done.complaint)
        self.addCleanup(self.engine.drovectl, "host", "unpin", self.target.host, MIGRATION.name)

    def advertise(self, prefix: str) -> None:
        namespace = self.lab.namespace(SWITCH)
        module = ["env", f"PYTHONPATH={TESTS}", sys.executable, "-m", "addresses.advertise"]
        run(["ip", "netns", "exec", namespace, *module, MIGRATION.bridge, prefix])
