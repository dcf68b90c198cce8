"""That never two copies of the VM ran: two would count in the same records on the disk they share."""

from __future__ import annotations

from pathlib import Path

from demo.guest import check_records, read_header, read_records


class Trail:
    """The guest's records from now on."""

    def __init__(self, disk: Path) -> None:
        self._disk = disk
        with disk.open("rb", buffering=0) as file:
            self._first = read_header(file).next_slot

    def wrong(self) -> list[str]:
        """What is not one step after the other."""
        with self._disk.open("rb", buffering=0) as file:
            header = read_header(file)
            return check_records(read_records(file, self._first, header.next_slot, header.ring), self._first)
