"""Tests of following pinholes."""

from __future__ import annotations

import json
import unittest

from demo.pinholes import History, Opening, Pinhole, elements_of

HOLE = Pinhole("10.62.0.11", "10.62.0.12", 61000)


def monitor(verb: str, name: str = "pinholes4", table: str = "droveway", expires: int | None = 30) -> str:
    value = {"concat": [HOLE.source, HOLE.destination, HOLE.port]}
    element = {"elem": {"val": value, "timeout": 30, "expires": expires}} if expires is not None else value
    return json.dumps(
        {verb: {"element": {"family": "inet", "table": table, "name": name, "elem": {"set": [element]}}}}
    )


class TestPinholes(unittest.TestCase):
    def test_tells_when_one_opened_and_closed(self) -> None:
        history = History()
        history.take(monitor("add"), 10.0)
        history.take(monitor("delete"), 12.5)
        self.assertEqual(history.openings(20.0), [Opening(HOLE, 10.0, 12.5, 40.0)])

    def test_goes_on_with_the_opening_when_it_is_renewed(self) -> None:
        history = History(renewal_seconds=0.25)
        for line, at in ((monitor("add"), 10.0), (monitor("delete"), 20.0), (monitor("add"), 20.25)):
            history.take(line, at)
        self.assertEqual(history.openings(21.0), [Opening(HOLE, 10.0, None, 50.25)])

    def test_counts_an_opening_after_a_pause_as_another(self) -> None:
        history = History()
        for line, at in ((monitor("add"), 10.0), (monitor("delete"), 11.0), (monitor("add"), 14.0)):
            history.take(line, at)
        self.assertEqual([each.opened_at for each in history.openings(15.0)], [10.0, 14.0])

    def test_closes_one_whose_time_ran_out(self) -> None:
        history = History()
        history.take(monitor("add"), 10.0)
        self.assertIsNone(history.openings(39.0)[0].closed_at)
        self.assertEqual(history.openings(41.0)[0].closed_at, 40.0)

    def test_keeps_one_without_a_timeout_open(self) -> None:
        history = History()
        history.take(monitor("add", expires=None), 10.0)
        self.assertIsNone(history.openings(1e9)[0].closed_at)

    def test_passes_over_other_sets_and_tables(self) -> None:
        history = History()
        history.take(monitor("add", name="refused"), 10.0)
        history.take(monitor("add", table="firewalld"), 10.0)
        history.take(json.dumps({"add": {"rule": {"family": "inet", "table": "droveway"}}}), 10.0)
        self.assertEqual(history.openings(11.0), [])

    def test_reads_a_listing(self) -> None:
        element = {"elem": {"val": {"concat": [HOLE.source, HOLE.destination, HOLE.port]}, "expires": 9}}
        held = {"set": {"table": "droveway", "name": "pinholes4", "elem": [element]}}
        empty = {"set": {"table": "droveway", "name": "pinholes6"}}
        foreign = {"set": {"table": "other", "name": "pinholes4", "elem": [element]}}
        self.assertEqual(
            elements_of(json.dumps({"nftables": [{"metainfo": {}}, held, empty, foreign]})), [HOLE]
        )


if __name__ == "__main__":
    unittest.main()
