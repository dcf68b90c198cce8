"""A client of the protocol that agents speak among themselves (docs/protocol.md), with a lab host's own certificate.

It shares no code with the agent: what it sends, an agent that somebody took over could send too.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any

from lab import hostfiles, linux
from lab.identity import Lab
from lab.topology import management_address

IDENTITY = "/var/lib/droveway/identity/identity.json"
PORT = 8551
SECONDS = 20.0


class Peer:
    """One connection from a host to another host's agent."""

    def __init__(self, lab: Lab, own: str, other: str) -> None:
        plain = _dial(lab.namespace_path(own), management_address(other))
        self._socket = _context(lab, own).wrap_socket(plain, server_hostname=other)

    def __enter__(self) -> Peer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Sends a request and gives the answer."""
        self.send(frame({"type": kind, **fields}))
        return dict(json.loads(self._exactly(*struct.unpack(">I", self._exactly(4)))))

    def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self._socket.sendall(data)

    def message(self) -> bytes:
        """After `relay`: the next message of libvirt's RPC; nothing if the other end closed the connection."""
        try:
            head = self._socket.recv(4)
        except (ConnectionResetError, ssl.SSLEOFError):
            return b""
        if not head:
            return b""
        head += self._exactly(4 - len(head))
        return head + self._exactly(struct.unpack(">I", head)[0] - 4)

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            chunk = self._socket.recv(count - len(data))
            if not chunk:
                raise EOFError(f"the agent closed the connection after {len(data)} of {count} bytes")
            data += chunk
        return data


def frame(message: dict[str, Any]) -> bytes:
    """As it goes over the wire: its length, big-endian, then JSON."""
    text = json.dumps(message).encode()
    return struct.pack(">I", len(text)) + text


def call(procedure: int, serial: int, payload: bytes = b"") -> bytes:
    """A call of libvirt's remote program: length, program, version, procedure, type, serial, status, arguments."""
    return struct.pack(">7I", 28 + len(payload), 0x20008086, 1, procedure, 0, serial, 0) + payload


def _dial(namespace: Path, address: str) -> socket.socket:
    """The connection belongs to the namespace; only the thread that makes it is ever there."""

    def dial() -> socket.socket:
        linux.enter_namespace(namespace, linux.CLONE_NEWNET)
        return socket.create_connection((address, PORT), SECONDS)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(dial).result()


def _context(lab: Lab, host: str) -> ssl.SSLContext:
    identity = json.loads(hostfiles.inside(lab, host, IDENTITY).read_text(encoding="utf-8"))
    grant = identity["grant"]
    context = ssl.create_default_context(cadata=grant["agentCa"])
    with tempfile.NamedTemporaryFile("w", prefix="droveway-faults-") as file:
        file.write(identity["agentKey"] + grant["agentCertificate"])
        file.flush()
        context.load_cert_chain(file.name)
    return context
