"""Makes the engine reachable on the machine's loopback: takes connections there, makes them in the engine's namespace.

The listening socket is inherited, so that its port outlives this process.
"""

from __future__ import annotations

import asyncio
import socket
import sys

from lab.supervisor import LISTEN_FD

CHUNK = 65536


async def main(address: str, port: int) -> None:
    listener = socket.socket(fileno=LISTEN_FD)
    listener.setblocking(False)

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            engine_reader, engine_writer = await asyncio.open_connection(address, port)
        except OSError:
            # Not up yet, or down: the caller's connection ends at once.
            writer.transport.abort()
            return
        await asyncio.gather(_copy(reader, engine_writer), _copy(engine_reader, writer))

    server = await asyncio.start_server(relay, sock=listener)
    await server.serve_forever()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One direction until its end; the other one goes on, as TCP allows."""
    try:
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except OSError:
        writer.transport.abort()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
