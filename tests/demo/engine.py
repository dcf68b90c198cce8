"""The product as a person meets it: `drovectl` for what is shown, the REST API for what is compared."""

from __future__ import annotations

import json
import os
import shlex
import ssl
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demo.report import Report

DONE, FAILED, USAGE, REFUSED, UNREACHABLE = range(5)
_PATIENCE_SECONDS = 180


class EngineError(Exception):
    """The engine's REST API did not give what it promises."""


@dataclass(frozen=True)
class Connection:
    """How to reach the engine."""

    url: str
    token: str
    ca: str

    @property
    def environment(self) -> dict[str, str]:
        """As `drovectl` takes it."""
        return {"DROVEWAY_URL": self.url, "DROVEWAY_TOKEN": self.token, "DROVEWAY_CA": self.ca}


def read_connection(file: Path) -> Connection:
    """Reads the lab's bare NAME=value lines."""
    told = dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line)
    return Connection(told["DROVEWAY_URL"], told["DROVEWAY_TOKEN"], told["DROVEWAY_CA"])


@dataclass(frozen=True)
class Answer:
    """What a run of `drovectl` gave."""

    status: int
    text: str
    seconds: float


class Drovectl:
    """Runs `./drovectl` in the checkout and shows command and output."""

    def __init__(self, checkout: Path, connection: Connection, report: Report) -> None:
        self._checkout = checkout
        self._environment = {**os.environ, **connection.environment}
        self._report = report

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Starts a command whose output is shown later, if at all."""
        return subprocess.Popen(
            ["./drovectl", *arguments],
            cwd=self._checkout,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str, show: bool = True) -> Answer:
        """Runs a command to its end; errors are shown as well as output, as on a terminal."""
        began = self._report.elapsed
        if show:
            self._report.command(shlex.join(("./drovectl", *arguments)))
        process = self.start(*arguments)
        try:
            text, _ = process.communicate(timeout=_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            text, _ = process.communicate()
            text += f"\nnot finished after {_PATIENCE_SECONDS} s: ended"
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if show:
            self._report.output(text)
        return Answer(process.returncode, text, self._report.elapsed - began)

    def must(self, *arguments: str) -> Answer:
        """Runs a command that has to succeed; if it does not, the demo fails but goes on."""
        answer = self.run(*arguments)
        if answer.status != DONE:
            self._report.check(
                False, "drovectl", f"exit status {answer.status}: {shlex.join(arguments)}", "0"
            )
        return answer


class Rest:
    """Reads the REST API (docs/api.md)."""

    def __init__(self, connection: Connection) -> None:
        self._base = connection.url.rstrip("/")
        if not self._base.endswith("/droveway/api/v1"):
            self._base += "/droveway/api/v1"
        self._token = connection.token
        self._trust = ssl.create_default_context(cafile=connection.ca)

    def get(self, path: str) -> Any:
        """GET of a path below the API's base."""
        return self._call(urllib.request.Request(self._base + path))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """POST of a JSON object."""
        data = json.dumps(body).encode()
        return self._call(
            urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"})
        )

    def put(self, path: str, body: dict[str, Any]) -> Any:
        """PUT of a JSON object."""
        data = json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        return self._call(urllib.request.Request(self._base + path, data, headers, method="PUT"))

    def _call(self, request: urllib.request.Request) -> Any:
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30, context=self._trust) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            text = refused.read().decode(errors="replace")
            raise EngineError(
                f"{request.get_method()} {request.full_url}: {refused.code}: {text}"
            ) from refused
        except urllib.error.URLError as unreachable:
            raise EngineError(
                f"{request.get_method()} {request.full_url}: {unreachable.reason}"
            ) from unreachable

    def newest_migration(self, vm: str) -> dict[str, Any] | None:
        """The last migration asked for, refused ones included."""
        found = self.get(f"/migrations?vm={urllib.parse.quote(vm)}&limit=1")
        return found[0] if found else None
