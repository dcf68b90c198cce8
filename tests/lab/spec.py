"""What a machine's supervisor is told: its namespace, its mounts, its services. Kept as machine.json in its folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = "machine.json"
PID_FILE = "supervisor.json"
LOGS = "log"


@dataclass(frozen=True)
class Mount:
    """A bind mount, or an overlay over `source` that lasts as long as the machine; the target is made if need be."""

    source: str
    target: str
    overlay: bool = False


@dataclass(frozen=True)
class Service:
    """A process that is kept running; it starts once all files of `requires` are there."""

    name: str
    argv: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    takes_socket: bool = False
    """Whether it inherits, as descriptor LISTEN_FD, a loopback socket that listens outside of the machine."""


@dataclass(frozen=True)
class Spec:
    name: str
    namespace: str
    mounts: tuple[Mount, ...]
    services: tuple[Service, ...]
    restart: bool
    files: dict[str, str] = field(default_factory=dict)
    """Text files written once the mounts are made, by path."""


def write(folder: Path, spec: Spec) -> None:
    draft = folder / f"{FILE}.new"
    draft.write_text(json.dumps(asdict(spec), indent=1) + "\n", encoding="utf-8")
    draft.rename(folder / FILE)


def parse(text: str) -> Spec:
    found = json.loads(text)
    return Spec(
        name=found["name"],
        namespace=found["namespace"],
        mounts=tuple(Mount(**mount) for mount in found["mounts"]),
        services=tuple(_service(service) for service in found["services"]),
        restart=found["restart"],
        files=found["files"],
    )


def _service(found: dict[str, object]) -> Service:
    argv, requires, environment = found["argv"], found["requires"], found["environment"]
    assert isinstance(argv, list) and isinstance(requires, list) and isinstance(environment, dict)
    return Service(
        name=str(found["name"]),
        argv=tuple(argv),
        environment=environment,
        requires=tuple(requires),
        takes_socket=bool(found["takes_socket"]),
    )
