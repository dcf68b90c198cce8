"""Which files belong to which suite."""

from __future__ import annotations

import unittest
from pathlib import Path

from launcher import files, suites

ROOT = Path(__file__).resolve().parents[2]


class Suites(unittest.TestCase):
    def test_scripts_are_found_by_ending_and_by_first_line(self) -> None:
        found = files.scripts(ROOT)
        self.assertIn("droveway", found)
        self.assertIn(".ci/run", found)
        self.assertIn("tests/launcher/build.sh", found)

    def test_python_programs_are_no_scripts(self) -> None:
        self.assertFalse([name for name in files.scripts(ROOT) if name.endswith(".py")])

    def test_tests_that_need_a_lab_are_no_unit_tests(self) -> None:
        names = (
            "tests/lab/test_lab.py",
            "tests/addresses/test_addresses.py",
            "tests/lab/test_plan.py",
            "tests/lab/plan.py",
        )
        self.assertEqual(files.unit_tests(names), ("lab.test_plan",))

    def test_names_are_unique(self) -> None:
        names = [suite.name for suite in suites.all_suites(ROOT)]
        self.assertEqual(len(names), len(set(names)))

    def test_ci_runs_what_the_readme_calls(self) -> None:
        script = (ROOT / ".ci/run").read_text(encoding="utf-8")
        self.assertEqual(script.splitlines()[-1], "exec ./droveway test")


if __name__ == "__main__":
    unittest.main()
