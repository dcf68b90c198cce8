"""What a lab may be asked to be, first and later."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from lab import plan
from lab.errors import LabError
from lab.plan import Plan, Wish, settle


class TestPlan(unittest.TestCase):
    def test_defaults(self) -> None:
        self.assertEqual(settle(None, Wish()), Plan(hosts=3, vms=1, restart=True, bare=False))

    def test_vms_go_round_the_hosts(self) -> None:
        wanted = Plan(hosts=3, vms=5)
        self.assertEqual([wanted.home(index) for index in range(1, 6)], ["h1", "h2", "h3", "h1", "h2"])

    def test_a_second_up_without_options_changes_nothing(self) -> None:
        existing = Plan(hosts=2, vms=4, without_migration=("h2",), restart=False, bare=True)
        self.assertEqual(settle(existing, Wish(bare=True)), existing)

    def test_a_lab_grows(self) -> None:
        grown = settle(Plan(hosts=2, vms=1, bare=True), Wish(hosts=3, vms=2))
        self.assertEqual((grown.hosts, grown.vms, grown.bare), (3, 2, False))

    def test_a_lab_does_not_shrink(self) -> None:
        for wish in (Wish(hosts=2), Wish(vms=0)):
            with self.assertRaisesRegex(LabError, "does not shrink.*lab down"):
                settle(Plan(hosts=3, vms=1), wish)

    def test_wiring_does_not_change(self) -> None:
        with self.assertRaisesRegex(LabError, "h3 without migration network.*lab down"):
            settle(Plan(without_migration=("h3",)), Wish(without_migration=("h2",)))

    def test_the_version_of_the_migration_network_does_not_change(self) -> None:
        with self.assertRaisesRegex(LabError, "IPv4 migration network.*lab down"):
            settle(Plan(), Wish(ipv6=True))
        self.assertTrue(settle(Plan(ipv6=True), Wish()).ipv6)

    def test_unknown_host_without_migration_is_named(self) -> None:
        with self.assertRaisesRegex(LabError, "unknown host h4, needed one of h1, h2, h3"):
            settle(None, Wish(without_migration=("h4",)))

    def test_numbers_out_of_range_are_refused(self) -> None:
        for wish in (Wish(hosts=0), Wish(hosts=10), Wish(vms=-1), Wish(vms=33)):
            with self.assertRaisesRegex(LabError, "found .*, needed "):
                settle(None, wish)

    def test_it_is_read_back_as_it_was_written(self) -> None:
        wanted = Plan(hosts=4, vms=2, without_migration=("h4",), restart=False)
        with tempfile.TemporaryDirectory() as folder:
            self.assertIsNone(plan.load(Path(folder)))
            plan.save(Path(folder), wanted)
            self.assertEqual(plan.load(Path(folder)), wanted)


if __name__ == "__main__":
    unittest.main()
