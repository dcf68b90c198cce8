"""Cuts one network of one host, as a dead switch port would: silently, with the link still up on both ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lab.commands import run
from lab.identity import Lab
from lab.topology import MIGRATION, SWITCH, Network


@contextmanager
def cut(lab: Lab, host: str, network: Network = MIGRATION) -> Iterator[None]:
    """While this lasts nothing passes between the host and that network."""
    port = f"{host}-{network.nic[:-1]}"
    switch = lab.namespace(SWITCH)
    run(["ip", "-n", switch, "link", "set", port, "nomaster"])
    try:
        yield
    finally:
        run(["ip", "-n", switch, "link", "set", port, "master", network.bridge])
