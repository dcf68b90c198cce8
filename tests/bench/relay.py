"""Forwards a unix socket byte for byte: the plain way to reach another host's libvirt that Droveway is measured against.

It gives whoever reaches it all of that libvirt, which is why Droveway does not do it; here it must cost as little as possible.
"""

from __future__ import annotations

import selectors
import socket
import threading
from pathlib import Path

_PIECE = 1 << 16


class Relay:
    """Listens at one path and connects each client to another; use as a context."""

    def __init__(self, listen: Path, target: Path) -> None:
        self._listen = listen
        self._target = target
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._open: set[socket.socket] = set()

    def __enter__(self) -> Relay:
        self._listen.unlink(missing_ok=True)
        self._server.bind(str(self._listen))
        self._server.listen()
        threading.Thread(target=self._accept, name=f"relay {self._listen}", daemon=True).start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for each in list(self._open):
            _shut(each)
        self._listen.unlink(missing_ok=True)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._forward, args=(client,), daemon=True).start()

    def _forward(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as target:
            self._open |= {client, target}
            try:
                target.connect(str(self._target))
                _pump(client, target)
            except OSError:
                return
            finally:
                self._open -= {client, target}


def _pump(one: socket.socket, other: socket.socket) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(one, selectors.EVENT_READ, other)
        selector.register(other, selectors.EVENT_READ, one)
        while True:
            for key, _ in selector.select():
                assert isinstance(key.fileobj, socket.socket)
                piece = key.fileobj.recv(_PIECE)
                if not piece:
                    return
                key.data.sendall(piece)


def _shut(one: socket.socket) -> None:
    try:
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
