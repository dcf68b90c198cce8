"""Which processes are a lab's, read from a table."""

from __future__ import annotations

import os
import unittest
from pathlib import Path

from lab import processes
from lab.identity import ID_VARIABLE, of_checkout
from lab.processes import Process

LAB = of_checkout(Path("/somewhere"))


def process(pid: int, parent: int = 1, lab: str | None = None, network: int = 1, state: str = "S") -> Process:
    environment = {} if lab is None else {ID_VARIABLE: lab}
    return Process(pid, parent, 0, state, environment, network)


class TestProcesses(unittest.TestCase):
    def test_a_commands_name_may_hold_anything(self) -> None:
        fields = ["S", "17", *["0"] * 17, "4711", "0"]
        parsed = processes.parse_stat(f"42 (a) b (c) {' '.join(fields)}")
        self.assertEqual(parsed, (17, "S", 4711))

    def test_environment(self) -> None:
        self.assertEqual(processes.parse_environment(b"A=1\0B=x=y\0junk\0"), {"A": "1", "B": "x=y"})

    def test_belonging_are_those_with_its_id_or_in_its_namespaces(self) -> None:
        table = [
            process(10, lab=LAB.id),
            process(11, lab="another"),
            process(12, network=99),
            process(13),
            process(14, lab=LAB.id, state="Z"),
        ]
        found = processes.belonging(LAB, table, frozenset({99}))
        self.assertEqual([one.pid for one in found], [10, 12])

    def test_ancestors_include_the_process_itself(self) -> None:
        table = [process(1, parent=0), process(5, parent=1), process(9, parent=5), process(8, parent=1)]
        self.assertEqual(processes.ancestors(9, table), {9, 5, 1})

    def test_this_process_is_in_the_table(self) -> None:
        found = processes.read(os.getpid())
        assert found is not None
        self.assertEqual((found.parent, found.start), (os.getppid(), processes.start_time(os.getpid())))

    def test_a_process_that_is_gone_is_none(self) -> None:
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
        self.assertIsNone(processes.read(child))


if __name__ == "__main__":
    unittest.main()
