"""Wiring: addresses, and which commands complete a network that is partly there."""

from __future__ import annotations

import unittest
from pathlib import Path

from lab.identity import of_checkout
from lab.network import Link, missing
from lab.plan import Plan
from lab.topology import MIGRATION, cidr, machines, management_address, migration_address

LAB = of_checkout(Path("/somewhere"))


def complete(plan: Plan) -> dict[str, dict[str, Link]]:
    """What a finished lab looks like."""
    nothing: frozenset[str] = frozenset()
    switch = {name: Link(True, nothing) for name in ("lo", "brmgmt", "brmig", "brvm")}
    found = {LAB.namespace("switch"): switch}
    for machine in machines(plan):
        links = {"lo": Link(True, nothing)}
        for nic in machine.nics:
            links[nic.name] = Link(True, frozenset(nic.addresses))
            switch[nic.port] = Link(True, nothing, nic.network.bridge)
        found[LAB.namespace(machine.name)] = links
    return found


class TestTopology(unittest.TestCase):
    def test_addresses_follow_the_hosts_number(self) -> None:
        self.assertEqual(management_address("h1"), "10.61.0.11")
        self.assertEqual(migration_address("h9"), "10.62.0.19")

    def test_the_engine_is_on_the_management_network_only(self) -> None:
        (engine,) = [machine for machine in machines(Plan()) if machine.name == "engine"]
        self.assertEqual([(nic.name, nic.addresses) for nic in engine.nics], [("mgmt0", ("10.61.0.2/24",))])

    def test_ipv6_is_on_the_migration_network_only_and_beside_ipv4(self) -> None:
        for machine in machines(Plan(ipv6=True)):
            for nic in machine.nics:
                found = [address for address in nic.addresses if ":" in address]
                wanted = [f"fd00:62::{nic.number}/64"] if nic.network is MIGRATION else []
                self.assertEqual((found, len(nic.addresses)), (wanted, len(wanted) + 1))
        self.assertEqual(migration_address("h2", ipv6=True), "fd00:62::12")
        self.assertEqual(cidr(MIGRATION, Plan(ipv6=True)), "fd00:62::/64")
        self.assertEqual(cidr(MIGRATION, Plan()), "10.62.0.0/24")

    def test_a_host_without_migration_lacks_that_nic_only(self) -> None:
        hosts = {machine.name: machine for machine in machines(Plan(without_migration=("h2",)))}
        self.assertEqual([nic.name for nic in hosts["h1"].nics], ["mgmt0", "mig0", "vm0"])
        self.assertEqual([nic.name for nic in hosts["h2"].nics], ["mgmt0", "vm0"])

    def test_names_of_links_fit_the_kernel(self) -> None:
        ports = [nic.port for machine in machines(Plan(hosts=9)) for nic in machine.nics]
        self.assertEqual(len(ports), len(set(ports)))
        self.assertLessEqual(max(map(len, ports)), 15)


class TestMissing(unittest.TestCase):
    def test_nothing_is_done_to_a_complete_network(self) -> None:
        plan = Plan()
        commands = missing(LAB, machines(plan), complete(plan))
        self.assertEqual([command for batch in commands.values() for command in batch], [])

    def test_the_switch_comes_first(self) -> None:
        commands = missing(LAB, machines(Plan()), {})
        self.assertEqual(next(iter(commands)), LAB.namespace("switch"))

    def test_both_ends_are_made_inside_namespaces(self) -> None:
        commands = missing(LAB, machines(Plan(hosts=1)), {})[LAB.namespace("switch")]
        made = [command for command in commands if " type veth " in command]
        self.assertEqual(len(made), 6)
        self.assertTrue(all(" netns droveway-" in command for command in made))

    def test_a_port_whose_other_end_is_gone_is_made_again(self) -> None:
        plan = Plan(hosts=1)
        found = complete(plan)
        del found[LAB.namespace("h1")]["mig0"]
        commands = missing(LAB, machines(plan), found)
        self.assertEqual(commands[LAB.namespace("switch")][0], "link del h1-mig")
        self.assertIn("address add 10.62.0.11/24 brd + dev mig0", commands[LAB.namespace("h1")])

    def test_a_link_that_is_down_is_set_up(self) -> None:
        plan = Plan(hosts=1)
        found = complete(plan)
        found[LAB.namespace("h1")]["mgmt0"] = Link(False, frozenset({"10.61.0.11/24"}))
        self.assertEqual(missing(LAB, machines(plan), found)[LAB.namespace("h1")], ["link set mgmt0 up"])

    def test_an_address_that_is_missing_is_added(self) -> None:
        plan = Plan(hosts=1)
        found = complete(plan)
        found[LAB.namespace("h1")]["vm0"] = Link(True, frozenset())
        commands = missing(LAB, machines(plan), found)[LAB.namespace("h1")]
        self.assertEqual(commands, ["address add 10.63.0.11/24 brd + dev vm0"])

    def test_an_ipv6_address_that_is_missing_is_added(self) -> None:
        plan = Plan(hosts=1, ipv6=True)
        found = complete(plan)
        found[LAB.namespace("h1")]["mig0"] = Link(True, frozenset({"10.62.0.11/24"}))
        commands = missing(LAB, machines(plan), found)[LAB.namespace("h1")]
        self.assertEqual(commands, ["address add fd00:62::11/64 nodad dev mig0"])


if __name__ == "__main__":
    unittest.main()
