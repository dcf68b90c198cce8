"""The way to the engine from the machine's loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import unittest
from pathlib import Path

from lab.supervisor import LISTEN_FD

TESTS = Path(__file__).resolve().parents[1]


class TestForward(unittest.TestCase):
    def setUp(self) -> None:
        self.engine = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(self.engine.close)
        listener = socket.create_server(("127.0.0.1", 0))
        self.address = listener.getsockname()
        self.forwarder = subprocess.Popen(
            ["sh", "-c", f'exec "$@" {LISTEN_FD}<&0 </dev/null', "sh", sys.executable, "-m", "lab.forward"]
            + ["127.0.0.1", str(self.engine.getsockname()[1])],
            stdin=listener.fileno(),
            env={"PYTHONPATH": str(TESTS), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        listener.close()
        self.addCleanup(self.forwarder.wait)
        self.addCleanup(self.forwarder.kill)

    def test_both_directions_and_the_end_of_each_pass(self) -> None:
        question, answer = b"q" * 300_000, b"a" * 500_000
        heard = []

        def serve() -> None:
            connection, _ = self.engine.accept()
            with connection:
                heard.append(read_all(connection))
                connection.sendall(answer)

        server = threading.Thread(target=serve)
        server.start()
        with socket.create_connection(self.address, timeout=10) as caller:
            caller.sendall(question)
            caller.shutdown(socket.SHUT_WR)
            self.assertEqual(read_all(caller), answer)
        server.join()
        self.assertEqual(heard, [question])

    def test_an_engine_that_is_down_ends_the_connection_at_once(self) -> None:
        self.engine.close()
        with socket.create_connection(self.address, timeout=10) as caller:
            self.assertEqual(caller.recv(1), b"")


def read_all(connection: socket.socket) -> bytes:
    chunks = []
    while chunk := connection.recv(65536):
        chunks.append(chunk)
    return b"".join(chunks)


if __name__ == "__main__":
    unittest.main()
