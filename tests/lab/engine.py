"""The lab's engine: a process on a machine that is on the management network only."""

from __future__ import annotations

import sys
from pathlib import Path

from lab import hostfiles, machines, processes
from lab.errors import LabError
from lab.hostfiles import ENGINE_HTTPS_PORT
from lab.identity import Lab
from lab.logs import hint
from lab.plan import Plan
from lab.rest import Client
from lab.spec import Mount, Service, Spec
from lab.supervisor import PORT_FILE
from lab.topology import ENGINE, ENGINE_NUMBER, MANAGEMENT
from lab.wait import until

AGENT_PORT = 8444
START_SECONDS = 180
ADDRESS = MANAGEMENT.address(ENGINE_NUMBER)
FORWARD = "forward"


def program(lab: Lab) -> Path:
    return lab.checkout / "ear/target/droveway-engine/bin/droveway-engine"


def ensure(lab: Lab, plan: Plan) -> None:
    """The engine's machine is on afterwards; the engine itself takes seconds more."""
    switched_on = processes.supervisor(lab, ENGINE) is not None
    server = Service(
        ENGINE,
        (str(program(lab)),),
        environment={
            "DROVEWAY_DATA": str(lab.engine_data),
            "DROVEWAY_BIND": ADDRESS,
            "DROVEWAY_NAMES": f"{ENGINE},localhost,127.0.0.1,{ADDRESS}",
            "DROVEWAY_ADVERTISE": f"{ADDRESS}:{AGENT_PORT}",
        },
    )
    forward = Service(
        FORWARD, (sys.executable, "-m", "lab.forward", ADDRESS, str(ENGINE_HTTPS_PORT)), takes_socket=True
    )
    wanted = Spec(
        ENGINE,
        str(lab.namespace_path(ENGINE)),
        _mounts(),
        (server, forward),
        plan.restart,
        hostfiles.files(plan, ENGINE),
    )
    machines.ensure(lab, wanted, switched_on)


def _mounts() -> tuple[Mount, ...]:
    return (Mount("/etc", "/etc", overlay=True),)


def url(lab: Lab) -> str:
    """The engine's address on this machine's loopback."""
    try:
        port = (lab.folder(ENGINE) / PORT_FILE).read_text(encoding="utf-8").strip()
    except FileNotFoundError as missing:
        raise LabError("the engine has not been started: run ./droveway lab up") from missing
    return f"https://127.0.0.1:{port}"


def authority(lab: Lab) -> Path:
    return lab.engine_data / "ca.pem"


def token(lab: Lab) -> str:
    try:
        return (lab.engine_data / "admin.token").read_text(encoding="utf-8").strip()
    except FileNotFoundError as missing:
        raise LabError(f"the engine wrote no admin.token into {lab.engine_data}: see {log(lab)}") from missing


def client(lab: Lab) -> Client:
    return Client(url(lab), authority(lab), token(lab))


def is_up(lab: Lab) -> bool:
    if processes.supervisor(lab, ENGINE) is None or not authority(lab).exists():
        return False
    return Client(url(lab), authority(lab), None).is_healthy()


def wait(lab: Lab) -> None:
    until(lambda: is_up(lab), START_SECONDS, lambda: f"the engine does not come up: {hint(log(lab))}")


def log(lab: Lab) -> Path:
    return lab.folder(ENGINE) / "log/engine.log"


def write_connection(lab: Lab) -> str:
    """The bare lines by which drovectl and others reach the engine; also kept in a file."""
    values = {
        "DROVEWAY_URL": url(lab),
        "DROVEWAY_TOKEN": token(lab),
        "DROVEWAY_CA": str(authority(lab)),
    }
    lines = "".join(f"{name}={value}\n" for name, value in values.items())
    lab.connection.touch(mode=0o600)
    lab.connection.write_text(lines, encoding="utf-8")
    return lines
