"""What was measured beside what was aimed at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Measure:
    """A figure; ``most`` is the aim, None where there is none. ``measured`` is None where it could not be measured, and why."""

    name: str
    unit: str
    measured: float | None
    most: float | None = None
    remark: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None without an aim or a figure."""
        if self.most is None or self.measured is None:
            return None
        return self.measured <= self.most

    def row(self) -> tuple[str, str, str, str, str]:
        """Name, aim, figure, judgement, remark."""
        aim = "" if self.most is None else f"≤ {_number(self.most)} {self.unit}".rstrip()
        found = "not measured" if self.measured is None else f"{_number(self.measured)} {self.unit}".rstrip()
        judged = {None: "", True: "met", False: "MISSED"}[self.met]
        return self.name, aim, found, judged, self.remark

    def as_json(self) -> dict[str, Any]:
        """For ``--json``."""
        return {**asdict(self), "met": self.met}


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.3g}"


def table(measures: list[Measure]) -> str:
    """Columns as wide as they need."""
    rows = [("", "aim", "measured", "", ""), *(each.row() for each in measures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join([*(row[column].ljust(widths[column]) for column in range(4)), row[4]]).rstrip()
        for row in rows
    )


def middle(values: list[float]) -> float | None:
    """The median; None of nothing."""
    return median(values) if values else None


def spread(values: list[float], unit: str, scale: float = 1.0) -> str:
    """How far apart they lie."""
    if not values:
        return "no runs"
    low, high = scale * min(values), scale * max(values)
    return f"median of {len(values)}, {_number(low)} to {_number(high)} {unit}"
