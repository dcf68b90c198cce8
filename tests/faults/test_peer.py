"""What the client of the peer protocol puts on the wire, by docs/protocol.md and libvirt's RPC."""

from __future__ import annotations

import json
import unittest

from faults.peer import call, frame


class Frame(unittest.TestCase):
    def test_begins_with_its_length(self) -> None:
        data = frame({"type": "renew", "lease": "1"})
        self.assertEqual(int.from_bytes(data[:4], "big"), len(data) - 4)

    def test_carries_the_request(self) -> None:
        self.assertEqual(
            json.loads(frame({"type": "renew", "lease": "1"})[4:]), {"type": "renew", "lease": "1"}
        )


class Call(unittest.TestCase):
    def test_has_seven_words_of_head(self) -> None:
        words = [int.from_bytes(call(66, 3)[at : at + 4], "big") for at in range(0, 28, 4)]
        self.assertEqual(words, [28, 0x20008086, 1, 66, 0, 3, 0])

    def test_counts_its_arguments(self) -> None:
        self.assertEqual(int.from_bytes(call(10, 1, b"\0" * 8)[:4], "big"), 36)


if __name__ == "__main__":
    unittest.main()
