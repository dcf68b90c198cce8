"""Rule 4 on real hosts: which address each has, or why it has none. Every case begins with the NICs as the lab made them."""

from __future__ import annotations

import unittest

from addresses.case import DONE, IPV6, RACKS, REFUSED, AddressTest
from addresses.nics import NIC
from addresses.onlooker import MAC, NAME, Onlooker
from addresses.racks import Racks
from addresses.wires import Wires
from lab.topology import MIGRATION, MTU

SECOND, FLOATING = "10.62.0.112", "10.62.0.100"


class TestAddresses(AddressTest):
    def test_two_addresses_are_refused_by_name_and_a_pin_settles_it(self) -> None:
        self.target.add(f"{SECOND}/24")
        answer = self.plan()
        refusal = answer.refusal("HOST_WITH_SEVERAL_ADDRESSES", self.target.host)
        self.assertEqual(answer.status, REFUSED)
        self.assertEqual(refusal["found"], f"{self.target.ipv4} on {NIC}, {SECOND} on {NIC}")
        self.assertIn(f"drovectl host pin {self.target.host}", refusal["remedy"])
        self.pin(SECOND)
        self.assert_way(self.plan(), self.source.ipv4, SECOND)
        self.assert_moved(self.engine.move(self.target.host), self.source.ipv4, SECOND)
        self.until(lambda: self.engine.where() == self.target.host, 10, "the VM's new host reported")
        # The kernel would send from its first address, which no pinhole at the other end is for.
        back = self.engine.plan(self.source.host).refusal("SOURCE_ADDRESS_UNEXPECTED", self.target.host)
        self.assertIn(f"leaves from {self.target.ipv4}", back["found"])

    def test_a_deprecated_address_is_none(self) -> None:
        self.target.add(f"{SECOND}/24", "valid_lft", "600", "preferred_lft", "0")
        self.assert_way(self.plan(), self.source.ipv4, self.target.ipv4)
        self.pin(SECOND)
        self.assert_no_address(self.plan(), f"{SECOND} on {NIC} (deprecated)")

    def test_a_floating_address_counts_only_when_pinned_and_as_long_as_it_is_there(self) -> None:
        self.target.add(f"{FLOATING}/32")
        self.assert_way(self.plan(), self.source.ipv4, self.target.ipv4)
        self.pin(FLOATING)
        self.assert_way(self.plan(), self.source.ipv4, FLOATING)
        self.target.remove(f"{FLOATING}/32")
        self.source.add(f"{FLOATING}/32")
        self.assert_no_address(self.plan(), f"it is pinned to {FLOATING}, and has only {self.target.ipv4}")

    def test_without_ipv4(self) -> None:
        for nic in (self.source, self.target):
            nic.add(f"{nic.ipv6}/64")
            nic.remove(f"{nic.ipv4}/24")
        self.assert_no_address(self.plan(), f"no address in {MIGRATION.cidr}")
        self.assert_way(self.plan("--network", IPV6), self.source.ipv6, self.target.ipv6)
        with Wires(self.lab, self.source.host, self.target.host) as wires:
            moved = self.engine.move(self.target.host, "--network", IPV6)
        self.assert_moved(moved, self.source.ipv6, self.target.ipv6)
        way = (self.source.ipv6, self.target.ipv6)
        self.assertEqual(
            wires.streams(), {(host, NIC, *way) for host in (self.source.host, self.target.host)}
        )

    def test_beside_ipv4_each_network_has_its_own(self) -> None:
        for nic in (self.source, self.target):
            nic.add(f"{nic.ipv6}/64")
        self.assert_way(self.plan(), self.source.ipv4, self.target.ipv4)
        self.assert_way(self.plan("--network", IPV6), self.source.ipv6, self.target.ipv6)

    def test_temporary_addresses_are_none(self) -> None:
        for nic in (self.source, self.target):
            # Made, but not preferred: what a server should have, if any.
            nic.sysctl("use_tempaddr", 1)
        self.advertise(MIGRATION.cidr6)
        for nic in (self.source, self.target):
            self.until(
                lambda: len(nic.global_addresses(True)) == len(nic.global_addresses(False)) == 1,
                20,
                f"a temporary and a lasting address on {nic.host}",
            )
            nic.has_changed(by_itself=True)
        (source,), (target,) = (nic.global_addresses(False) for nic in (self.source, self.target))
        self.assert_way(self.plan("--network", IPV6), source, target)
        self.source.sysctl("use_tempaddr", 2)
        (temporary,) = self.source.global_addresses(True)
        refusal = self.plan("--network", IPV6).refusal("SOURCE_ADDRESS_UNEXPECTED", self.source.host)
        self.assertIn(f"leaves from {temporary}", refusal["found"])

    def test_an_address_that_somebody_else_has_is_none(self) -> None:
        self.source.add(f"{self.source.ipv6}/64")
        self.target.add_asking(f"{self.source.ipv6}/64")
        self.until(lambda: self.target.has_failed(self.source.ipv6), 20, "detection of the duplicate")
        self.target.has_changed(by_itself=True)
        self.assert_no_address(self.plan("--network", IPV6), "duplicate address detection failed")

    def test_an_interface_that_is_down_has_none(self) -> None:
        self.target.set("down")
        self.assert_no_address(self.plan(), f"{self.target.ipv4} on {NIC} (the interface is down)")

    def test_an_interface_without_carrier_has_none(self) -> None:
        self.target.carrier(False)
        self.assert_no_address(self.plan(), f"{self.target.ipv4} on {NIC} (the interface is down)")

    def test_another_mtu_is_a_warning(self) -> None:
        self.target.set("mtu", "1400")
        answer = self.plan()
        self.assert_way(answer, self.source.ipv4, self.target.ipv4)
        self.assertEqual(answer.told["mtu"], 1400)
        self.assertIn(f"the smaller of {MTU} on host {self.source.host}", answer.reasons("mtu")[0])
        self.assertEqual(answer.reasons("warning"), [f"the network's MTU is {MTU}, the path's only 1400"])

    def test_a_vm_with_a_nic_where_migrations_go_is_named(self) -> None:
        host, address = self.target.host, self.target.ipv4
        onlooker = Onlooker(self.lab, host)
        onlooker.define(NIC)
        self.addCleanup(onlooker.undefine)
        found = f"its NIC {MAC} is on {NIC} of host {host}, which has {address}"
        self.until(
            lambda: self.engine.warnings(MIGRATION.name) == [("VMS_ON_NETWORK", f"VM {NAME}", found)],
            20,
            "a warning that names VM, NIC and host",
        )

    def test_a_subnet_a_rack_in_one_supernet(self) -> None:
        racks = Racks(self.lab, (self.source, self.target))
        self.addCleanup(racks.remove)
        way = racks.build()
        hosts = (self.source.host, self.target.host)
        self.assert_way(self.plan("--network", RACKS), *way)
        before = racks.forwarded()
        with Wires(self.lab, *hosts) as wires:
            moved = self.engine.move(self.target.host, "--network", RACKS)
        self.assert_moved(moved, *way)
        self.assertEqual(wires.streams(), {(host, NIC, *way) for host in hosts})
        self.assertGreater(racks.forwarded() - before, 64 << 20, "the VM's random memory")


if __name__ == "__main__":
    unittest.main()
