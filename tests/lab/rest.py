"""A client of the engine's REST API, as small as the lab needs it."""

from __future__ import annotations

import http.client
import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any

from lab.errors import LabError

BASE = "/droveway/api/v1"
SECONDS = 20


class Refused(LabError):
    """The engine said no."""

    def __init__(self, method: str, path: str, status: int, detail: str) -> None:
        super().__init__(f"the engine answers {status} to {method} {path}: {detail}")
        self.status = status


class Client:
    def __init__(self, url: str, ca: Path, token: str | None) -> None:
        self._url = url
        self._token = token
        self._tls = ssl.create_default_context(cafile=str(ca))

    def get(self, *path: str) -> Any:
        return self._call("GET", path, None)

    def find(self, *path: str) -> Any:
        """The object, or None when the engine does not know it."""
        try:
            return self.get(*path)
        except Refused as refused:
            if refused.status == HTTPStatus.NOT_FOUND:
                return None
            raise

    def post(self, *path: str, body: dict[str, Any]) -> Any:
        return self._call("POST", path, body)

    def put(self, *path: str, body: dict[str, Any] | None = None) -> Any:
        return self._call("PUT", path, body)

    def is_healthy(self) -> bool:
        try:
            self.get("health")
        except LabError:
            return False
        return True

    def _call(self, method: str, segments: tuple[str, ...], body: dict[str, Any] | None) -> Any:
        path = "/".join(urllib.parse.quote(segment, safe="") for segment in segments)
        request = urllib.request.Request(f"{self._url}{BASE}/{path}", method=method)
        if self._token is not None:
            request.add_header("Authorization", f"Bearer {self._token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=SECONDS, context=self._tls) as answer:
                content = answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(method, f"{BASE}/{path}", error.code, _detail(error.read())) from error
        except (OSError, http.client.HTTPException) as error:
            raise LabError(f"the engine at {self._url} cannot be reached: {error}") from error
        return json.loads(content) if content else None


def _detail(content: bytes) -> str:
    try:
        problem = json.loads(content)
    except ValueError:
        return content[:200].decode("utf-8", "replace")
    if not isinstance(problem, dict):
        return str(problem)[:200]
    return str(problem.get("detail") or problem.get("title") or problem)[:400]
