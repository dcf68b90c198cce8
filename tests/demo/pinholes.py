"""Watches a host's firewall from outside: when pinholes come and go, as the kernel tells it."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from dataclasses import dataclass, replace
from typing import Any

from demo.hosts import Host
from demo.packets import Endpoint

TABLE = "droveway"
SETS = ("pinholes4", "pinholes6")


@dataclass(frozen=True, order=True)
class Pinhole:
    """An element of a pinhole set: who may connect where."""

    source: str
    destination: str
    port: int

    def __str__(self) -> str:
        return f"{self.source} → {Endpoint(self.destination, self.port)}"

    def element(self, seconds: int) -> list[str]:
        """Its set and its element in nft's words, to be opened for so long."""
        held = "pinholes6" if ":" in self.source else "pinholes4"
        return [held, f"{{ {self.source} . {self.destination} . {self.port} timeout {seconds}s }}"]


@dataclass(frozen=True)
class Opening:
    """A time for which a pinhole was open; not yet closed if ``closed_at`` is None. Seconds of the machine's clock."""

    pinhole: Pinhole
    opened_at: float
    closed_at: float | None = None
    expires_at: float | None = None


def elements_of(listing: str) -> list[Pinhole]:
    """The pinholes in what ``nft -j list ruleset`` (or ``list set``) prints."""
    found = []
    for entry in json.loads(listing)["nftables"]:
        held = entry.get("set")
        if held is not None and held["table"] == TABLE and held["name"] in SETS:
            found += [pinhole for pinhole, _ in _read_elements(held.get("elem", []))]
    return sorted(found)


def _read_elements(elements: list[Any]) -> list[tuple[Pinhole, float | None]]:
    found = []
    for element in elements:
        expires = None
        if "elem" in element:
            expires, element = element["elem"].get("expires"), element["elem"]["val"]
        source, destination, port = element["concat"]
        found.append((Pinhole(source, destination, int(port)), expires))
    return found


class History:
    """The openings told by a series of events; renewing (delete and add at once) goes on with the same opening."""

    def __init__(self, renewal_seconds: float = 0.02) -> None:
        self._renewal = renewal_seconds
        self._openings: list[Opening] = []

    def take(self, line: str, at: float) -> None:
        """Takes one line of ``nft -j monitor``."""
        event = json.loads(line)
        for verb in ("add", "delete"):
            element = event.get(verb, {}).get("element")
            if element is None or element["table"] != TABLE or element["name"] not in SETS:
                continue
            for pinhole, expires in _read_elements(element["elem"]["set"]):
                self._added(pinhole, at, expires) if verb == "add" else self._deleted(pinhole, at)

    def _added(self, pinhole: Pinhole, at: float, expires: float | None) -> None:
        until = None if expires is None else at + expires
        last = self._last(pinhole)
        if last is not None and (last.closed_at is None or at - last.closed_at <= self._renewal):
            self._replace(last, replace(last, closed_at=None, expires_at=until))
        else:
            self._openings.append(Opening(pinhole, at, None, until))

    def _deleted(self, pinhole: Pinhole, at: float) -> None:
        last = self._last(pinhole)
        if last is not None and last.closed_at is None:
            self._replace(last, replace(last, closed_at=at))

    def _last(self, pinhole: Pinhole) -> Opening | None:
        return next((each for each in reversed(self._openings) if each.pinhole == pinhole), None)

    def _replace(self, old: Opening, new: Opening) -> None:
        self._openings[self._openings.index(old)] = new

    def openings(self, now: float) -> list[Opening]:
        """All openings so far; one whose time ran out was closed then, though the kernel tells nobody."""
        return [
            (
                replace(each, closed_at=each.expires_at)
                if each.closed_at is None and each.expires_at is not None and each.expires_at <= now
                else each
            )
            for each in self._openings
        ]


class PinholeWatch:
    """Follows ``nft -j monitor`` on a host."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._history = History()
        self._lock = threading.Lock()
        self._failure: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Starts to watch; what is open already counts as opened now."""
        self._process = self._host.start(["nft", "-j", "monitor"], nice=-5)
        self._reader = threading.Thread(target=self._follow, name=f"pinholes-{self._host.name}", daemon=True)
        self._reader.start()

    def _follow(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        for line in self._process.stdout:
            at = time.time()
            try:
                with self._lock:
                    self._history.take(line.decode(), at)
            except (ValueError, KeyError, TypeError) as unreadable:
                self._failure = f"nft monitor said {line!r}, which cannot be read: {unreadable}"

    @property
    def openings(self) -> list[Opening]:
        """Every opening seen so far."""
        with self._lock:
            return self._history.openings(time.time())

    def open_now(self) -> list[Pinhole]:
        """The pinholes that the kernel holds at this moment."""
        return elements_of(self._host.run(["nft", "-j", "list", "ruleset"]))

    def stop(self) -> list[Opening]:
        """Ends the watch and gives every opening seen.

        :raises ValueError: if something was told that could not be read
        """
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
        if self._reader is not None:
            self._reader.join(timeout=10)
        if self._failure is not None:
            raise ValueError(self._failure)
        return self.openings
