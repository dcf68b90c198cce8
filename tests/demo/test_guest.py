"""Tests of reading the guest's trail, and that each check on it can fail."""

from __future__ import annotations

import io
import struct
import unittest
from dataclasses import replace

from demo.guest import (
    RING_SECTOR,
    SECTOR,
    Header,
    Record,
    Sample,
    TrailError,
    check_records,
    check_samples,
    gaps,
    parse_header,
    parse_memory,
    read_header,
    read_records,
)


def record(slot: int, boot: int = 7) -> Record:
    return Record(slot, 100 + slot, 50 + slot, boot, 1000 * slot)


def trail(first: int, count: int) -> list[Record | None]:
    return [record(slot) for slot in range(first, first + count)]


def sector(each: Record) -> bytes:
    made = b"DROVREC1" + struct.pack(
        "<QQQQQ", each.slot, each.counter, each.memory_counter, each.boot, each.tsc
    )
    return made.ljust(SECTOR, b"\0")


class TestReading(unittest.TestCase):
    def test_reads_header_and_ring_across_its_end(self) -> None:
        header = b"DROVDSK1" + struct.pack("<QQQQ", 6, 4, 105, 7)
        slots = {slot % 4: sector(record(slot)) for slot in range(2, 6)}
        disk = header.ljust(SECTOR * RING_SECTOR, b"\0") + b"".join(slots[place] for place in range(4))
        file = io.BytesIO(disk)
        self.assertEqual(read_header(file), Header(6, 4, 105, 7))
        self.assertEqual(read_records(file, 2, 6, 4), trail(2, 4))

    def test_refuses_a_disk_without_a_header(self) -> None:
        with self.assertRaisesRegex(TrailError, "has the guest booted"):
            parse_header(b"\0" * SECTOR)

    def test_reads_the_memory_page_as_the_monitor_prints_it(self) -> None:
        magic = struct.unpack("<Q", b"DROVMEM1")[0]
        words = [magic, 1234, 0xABC, 5, 0, 6, 7, 8]
        lines = [
            f"{0x200000 + 16 * row:016x}: 0x{words[2 * row]:016x} 0x{words[2 * row + 1]:016x}"
            for row in range(4)
        ]
        found = parse_memory("\r\n".join(lines) + "\r\n")
        self.assertEqual((found.counter, found.boot, found.disk_errors), (1234, 0xABC, 0))

    def test_refuses_memory_of_another_layout(self) -> None:
        with self.assertRaises(TrailError):
            parse_memory("0000000000200000: 0x0000000000000000 0x0000000000000000")


class TestRecords(unittest.TestCase):
    def test_accepts_a_trail_without_a_fault(self) -> None:
        self.assertEqual(check_records(trail(40, 100), 40), [])

    def test_notices_a_lost_write(self) -> None:
        found = trail(0, 10)
        found[4] = None
        self.assertIn("slot 4: nothing was written", check_records(found, 0))

    def test_notices_an_old_record_in_the_place_of_a_new_one(self) -> None:
        found = trail(100, 10)
        found[4] = record(4)
        self.assertTrue(any("holds the record of slot 4" in each for each in check_records(found, 100)))

    def test_notices_a_skipped_value_of_the_disk(self) -> None:
        found = trail(0, 4) + [replace(record(slot), counter=101 + slot) for slot in range(4, 8)]
        self.assertEqual(check_records(found, 0), ["slot 4: disk counter went from 103 to 105, needed 104"])

    def test_notices_a_skipped_value_of_the_memory(self) -> None:
        found = trail(0, 4) + [replace(record(slot), memory_counter=51 + slot) for slot in range(4, 8)]
        self.assertEqual(check_records(found, 0), ["slot 4: memory counter went from 53 to 55, needed 54"])

    def test_notices_a_second_copy_by_a_value_that_occurs_twice(self) -> None:
        found = trail(0, 4) + [replace(record(slot), memory_counter=49 + slot) for slot in range(4, 8)]
        self.assertTrue(any("memory counter 53 twice" in each for each in check_records(found, 0)))

    def test_notices_another_boot(self) -> None:
        found = trail(0, 4) + [record(4, boot=8)]
        self.assertTrue(any("written by boot 8" in each for each in check_records(found, 0)))


class TestSamples(unittest.TestCase):
    def test_accepts_growth(self) -> None:
        self.assertEqual(check_samples([Sample(0.1 * n, n) for n in range(50)]), [])

    def test_notices_a_fall_and_a_repeat(self) -> None:
        self.assertEqual(len(check_samples([Sample(0, 5), Sample(0.1, 4), Sample(0.2, 4)])), 2)

    def test_puts_the_longest_gap_first_with_the_guests_own_clock(self) -> None:
        times = [0.0, 0.1, 0.2, 0.54, 0.65, 0.73, 0.83]
        stamps = [0, 100, 200, 320, 420, 520, 620]
        samples = [Sample(at, 10 + n) for n, at in enumerate(times)]
        records: list[Record | None] = [Record(n, 10 + n, n, 7, tsc) for n, tsc in enumerate(stamps)]
        found = gaps(samples, records, switch=0.4)[0]
        self.assertAlmostEqual(found.seconds, 0.34)
        self.assertAlmostEqual(found.tick, 0.12)
        self.assertAlmostEqual(found.lag, 0.01)
        self.assertEqual(found.after_counter, 12)
        self.assertTrue(found.meets(0.1, 0.3) and found.meets(0.5, 0.9) and found.meets(0.3, 0.4))
        self.assertFalse(found.meets(0.6, 0.7) or found.meets(0.0, 0.1))

    def test_refuses_to_call_too_few_samples_a_gap(self) -> None:
        with self.assertRaises(TrailError):
            gaps([Sample(0, 10)], [record(0)], switch=0.0)


if __name__ == "__main__":
    unittest.main()
