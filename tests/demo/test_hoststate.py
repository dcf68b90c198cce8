"""Tests of comparing a host before and after a refusal."""

from __future__ import annotations

import json
import unittest
from typing import Any

from demo.hoststate import HostState, firewall_text
from demo.sabotage import KINDS, Sabotage, shutting_rules

REJECT: dict[str, Any] = {
    "rule": {
        "chain": "newcomers",
        "handle": 9,
        "expr": [{"counter": {"packets": 3, "bytes": 9}}, {"reject": {}}],
    }
}


def ruleset(*entries: dict[str, Any]) -> str:
    return json.dumps({"nftables": [{"metainfo": {"version": "1.0.6"}}, *entries]})


def pinholes(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"set": {"table": "droveway", "name": "pinholes4", "flags": ["timeout"], "elem": list(elements)}}


class TestHostState(unittest.TestCase):
    def test_passes_over_counters_times_and_handles(self) -> None:
        before = pinholes(
            {"elem": {"val": "x", "timeout": 30, "expires": 29, "counter": {"packets": 1, "bytes": 40}}}
        )
        after = pinholes(
            {"elem": {"val": "x", "timeout": 30, "expires": 12, "counter": {"packets": 7, "bytes": 90}}}
        )
        other = {"rule": {**REJECT["rule"], "handle": 77}}
        self.assertEqual(firewall_text(ruleset(before, REJECT)), firewall_text(ruleset(other, after)))

    def test_notices_an_element_more_and_a_rule_less(self) -> None:
        full = firewall_text(ruleset(pinholes(), REJECT))
        self.assertNotEqual(full, firewall_text(ruleset(pinholes({"concat": ["a", "b", 1]}), REJECT)))
        self.assertNotEqual(full, firewall_text(ruleset(pinholes())))

    def test_passes_over_what_rules_note_in_sets(self) -> None:
        noting = {"table": "droveway", "expr": [{"set": {"op": "add", "elem": "dport", "set": "@admitted"}}]}
        empty = {"set": {"table": "droveway", "name": "admitted"}}
        filled = {"set": {"table": "droveway", "name": "admitted", "elem": [61000]}}
        rule = {"rule": noting}
        self.assertEqual(firewall_text(ruleset(rule, empty)), firewall_text(ruleset(rule, filled)))
        self.assertNotEqual(firewall_text(ruleset(empty)), firewall_text(ruleset(filled)))

    def test_names_each_difference(self) -> None:
        before = HostState("vm1 running", "table", "*:8551", "")
        after = HostState("vm1 paused", "table", "*:8551\n*:61000", "lease")
        self.assertEqual(
            before.differences(after),
            [
                "domains: gone: vm1 running",
                "domains: new: vm1 paused",
                "sockets: new: *:61000",
                "leases: new: lease",
            ],
        )
        self.assertEqual(before.differences(before), [])

    def test_notices_that_one_of_two_equal_lines_is_gone(self) -> None:
        twice, once = HostState("", "a\na", "", ""), HostState("", "a", "", "")
        self.assertEqual(twice.differences(once), ["firewall: in another order or number"])


class TestSabotageKinds(unittest.TestCase):
    def test_finds_the_rules_that_shut(self) -> None:
        accept = {
            "rule": {"table": "droveway", "chain": "newcomers", "handle": 8, "expr": [{"accept": None}]}
        }
        listing = json.loads(ruleset({"table": {"name": "droveway"}}, accept, REJECT))
        self.assertEqual(shutting_rules(listing), [("newcomers", 9)])

    def test_refuses_an_unknown_kind(self) -> None:
        with self.assertRaisesRegex(ValueError, "no such sabotage"):
            Sabotage("unplug")
        self.assertEqual(len(KINDS), 4)


if __name__ == "__main__":
    unittest.main()
