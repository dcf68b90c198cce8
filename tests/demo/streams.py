"""Puts TCP connections together again from captured segments and says what each one carried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from demo.packets import ACK, FIN, RST, SYN, Endpoint, Segment

HEAD_BYTES = 32
_TLS_HANDSHAKE = b"\x16\x03"
_QEMU_MAGIC = b"QEVM"
_NBD_MAGIC = b"NBDMAGIC"
_NBD_FLAGS_BYTES = 4
_NBD_STARTTLS = b"IHAVEOPT" + b"\0\0\0\5" + b"\0\0\0\0"
"""The first thing that a client which wants TLS may ask for, right behind its flags; TLS is what comes next."""
_HALF = 1 << 31
_WHOLE = 1 << 32


class Carried(Enum):
    """What the first bytes of a connection's client give it away as."""

    TLS = "TLS"
    QEMU = "plain QEMU stream"
    NBD = "plain NBD"
    NBD_TLS = "NBD's greeting, then TLS"
    OTHER = "other"
    NOTHING = "nothing"


class MarkerSearch:
    """Counts a byte string in a stream that arrives in pieces; occurrences across a border of pieces count once."""

    def __init__(self, marker: bytes) -> None:
        if not marker:
            raise ValueError("the marker is empty, needed at least one byte")
        self._marker = marker
        self._tail = b""
        self.found = 0

    def feed(self, piece: bytes) -> None:
        """Takes the next bytes of the stream."""
        text = self._tail + piece
        counted = 0
        while (at := text.find(self._marker, counted)) >= 0:
            self.found += 1
            counted = at + len(self._marker)
        # What has been counted must not be counted again together with the next piece.
        self._tail = text[max(counted, len(text) - len(self._marker) + 1) :]


class Direction:
    """One direction of a connection: its bytes in order, whatever order the segments came in."""

    def __init__(self, marker: bytes) -> None:
        self._search = MarkerSearch(marker)
        self._next: int | None = None
        self._early: dict[int, bytes] = {}
        self.head = b""
        self.bytes = 0
        self.first_at: float | None = None
        self.last_at: float | None = None

    @property
    def markers(self) -> int:
        """How often the marker occurred so far."""
        return self._search.found

    @property
    def missing(self) -> bool:
        """Whether bytes are known to have been sent that the capture does not hold."""
        return bool(self._early)

    def take(self, segment: Segment) -> None:
        """Takes a segment that was captured next."""
        sequence = segment.sequence
        if segment.flags & SYN:
            sequence = (sequence + 1) % _WHOLE
            self._next = sequence if self._next is None else self._next
        if not segment.payload:
            return
        if self._next is None:
            self._next = sequence
        self.first_at = segment.time if self.first_at is None else self.first_at
        self.last_at = segment.time
        self._early[sequence] = max(self._early.get(sequence, b""), segment.payload, key=len)
        self._drain()

    def _drain(self) -> None:
        assert self._next is not None
        progress = True
        while progress and self._early:
            progress = False
            for sequence in sorted(self._early, key=self._ahead):
                ahead = self._ahead(sequence)
                if ahead > 0:
                    break
                self._accept(self._early.pop(sequence)[-ahead:])
                progress = True

    def _ahead(self, sequence: int) -> int:
        """How many bytes a sequence number is ahead of what is awaited; negative for bytes seen already."""
        assert self._next is not None
        return (sequence - self._next + _HALF) % _WHOLE - _HALF

    def _accept(self, payload: bytes) -> None:
        assert self._next is not None
        if len(self.head) < HEAD_BYTES:
            self.head += payload[: HEAD_BYTES - len(self.head)]
        self.bytes += len(payload)
        self._next = (self._next + len(payload)) % _WHOLE
        self._search.feed(payload)


@dataclass
class Connection:
    """A TCP connection as seen on one interface; the client is the end that sent the SYN."""

    interface: str
    client: Endpoint
    server: Endpoint
    sent: Direction
    received: Direction
    syn_at: float | None = None
    syn_ack_at: float | None = None
    closed_at: float | None = None
    resets: int = field(default=0)

    @property
    def established(self) -> bool:
        """Whether somebody answered, or data flowed."""
        return self.syn_ack_at is not None or self.bytes > 0

    @property
    def bytes(self) -> int:
        """Payload in both directions."""
        return self.sent.bytes + self.received.bytes

    @property
    def markers(self) -> int:
        """Occurrences of the marker in both directions."""
        return self.sent.markers + self.received.markers

    @property
    def complete(self) -> bool:
        """Whether the capture holds every byte between the first and the last one seen, from the connection's begin."""
        return self.syn_at is not None and not self.sent.missing and not self.received.missing

    @property
    def carried(self) -> Carried:
        """Told from the first bytes alone."""
        return classify(self.sent.head, self.received.head)


def classify(client_head: bytes, server_head: bytes) -> Carried:
    """What a connection carries, from its client's and its server's first bytes."""
    if client_head.startswith(_TLS_HANDSHAKE):
        return Carried.TLS
    if client_head.startswith(_QEMU_MAGIC):
        return Carried.QEMU
    if server_head.startswith(_NBD_MAGIC):
        return Carried.NBD_TLS if _starts_tls(client_head[_NBD_FLAGS_BYTES:]) else Carried.NBD
    return Carried.OTHER if client_head or server_head else Carried.NOTHING


def _starts_tls(asked: bytes) -> bool:
    return asked.startswith(_NBD_STARTTLS) and asked[len(_NBD_STARTTLS) :].startswith(_TLS_HANDSHAKE)


class StreamTable:
    """All connections of one interface's capture."""

    def __init__(self, interface: str, marker: bytes) -> None:
        self._interface = interface
        self._marker = marker
        self._open: dict[tuple[Endpoint, Endpoint], Connection] = {}
        self._ended: list[Connection] = []

    def take_all(self, segments: Iterable[Segment]) -> None:
        """Takes segments in the order of capture."""
        for segment in segments:
            self.take(segment)

    def take(self, segment: Segment) -> None:
        """Takes the next segment."""
        connection = self._connection(segment)
        from_client = segment.source == connection.client
        if segment.syn and connection.syn_at is None:
            connection.syn_at = segment.time
        if segment.syn_ack and connection.syn_ack_at is None:
            connection.syn_ack_at = segment.time
        if segment.reset:
            connection.resets += 1
        else:
            (connection.sent if from_client else connection.received).take(segment)
        if segment.reset or segment.flags & FIN:
            connection.closed_at = segment.time

    def _connection(self, segment: Segment) -> Connection:
        forward, back = (segment.source, segment.destination), (segment.destination, segment.source)
        known = self._open.get(forward) or self._open.get(back)
        if known is not None and not (segment.syn and known.closed_at is not None):
            return known
        if known is not None:
            # The same pair of ports is used anew: a scanner does that, and so may a later migration.
            self._ended.append(self._open.pop((known.client, known.server)))
        client, server = back if segment.syn_ack or self._answers(segment) else forward
        made = Connection(
            self._interface, client, server, Direction(self._marker), Direction(self._marker), closed_at=None
        )
        self._open[(client, server)] = made
        return made

    @staticmethod
    def _answers(segment: Segment) -> bool:
        """A reset that acknowledges answers a SYN; met alone, its sender is the server."""
        return bool(segment.flags & RST and segment.flags & ACK)

    def connections(self) -> list[Connection]:
        """Every connection seen, in the order of their first segment's time where known."""
        found = self._ended + list(self._open.values())
        return sorted(
            found, key=lambda each: each.syn_at or each.sent.first_at or each.received.first_at or 0.0
        )
