"""What counts as settled after a fault; every condition can fail."""

from __future__ import annotations

import unittest
from typing import Any

from faults.seen import HostView, describe, unsettled

COMPLETED = {"state": "COMPLETED", "endedAt": "2026-11-21T10:00:00Z", "vmHost": "h2"}
FAILED = COMPLETED | {"state": "FAILED", "vmHost": "h1", "error": "the agent was restarted"}
EMPTY = HostView("h1", (), (), ())
HOME = HostView("h2", ("vm1",), ("vm1",), ())


def wrong(
    first: HostView = EMPTY,
    second: HostView = HOME,
    migration: dict[str, Any] | None = None,
    dead: bool = False,
) -> list[str]:
    return unsettled("vm1", [first, second], migration or COMPLETED, dead)


class Unsettled(unittest.TestCase):
    def test_a_vm_on_one_host_and_nothing_left_is_settled(self) -> None:
        self.assertEqual(wrong(), [])

    def test_two_copies_are_not(self) -> None:
        found = wrong(HostView("h1", ("vm1",), ("vm1",), ()))
        self.assertIn("vm1 runs on h1 and h2, needed one", found)

    def test_a_definition_that_stays_is_not(self) -> None:
        self.assertIn("vm1 is known on h1 and h2, needed one host", wrong(HostView("h1", ("vm1",), (), ())))

    def test_a_vm_that_runs_nowhere_is_not(self) -> None:
        self.assertIn("vm1 runs on no host, needed one", wrong(second=HostView("h2", ("vm1",), (), ())))

    def test_a_killed_vm_runs_nowhere(self) -> None:
        self.assertEqual(wrong(second=HostView("h2", ("vm1",), (), ()), dead=True), [])

    def test_what_remains_is_named_with_its_host(self) -> None:
        self.assertEqual(wrong(HostView("h1", (), (), ("pinhole a",))), ["h1: pinhole a"])

    def test_a_migration_must_have_ended(self) -> None:
        self.assertEqual(
            wrong(migration=COMPLETED | {"state": "COPYING"}), ["the migration is COPYING, needed an end"]
        )

    def test_the_engine_must_know_where_the_vm_is(self) -> None:
        self.assertEqual(
            wrong(migration=COMPLETED | {"vmHost": "h1"}),
            ["the engine says that the VM is on h1, it is on h2"],
        )

    def test_in_doubt_it_may_leave_the_host_open(self) -> None:
        doubt = COMPLETED | {"state": "NEEDS_ATTENTION", "vmHost": None, "error": "both say paused"}
        self.assertEqual(wrong(migration=doubt), [])

    def test_a_failure_says_why(self) -> None:
        silent = COMPLETED | {"state": "FAILED"}
        self.assertEqual(wrong(migration=silent), ["the migration is FAILED and says nothing about why"])


class Describe(unittest.TestCase):
    def test_a_success_is_short(self) -> None:
        self.assertEqual(describe(COMPLETED), "COMPLETED, VM on h2")

    def test_a_failure_has_its_reason(self) -> None:
        self.assertEqual(describe(FAILED), 'FAILED, VM on h1: "the agent was restarted"')


if __name__ == "__main__":
    unittest.main()
