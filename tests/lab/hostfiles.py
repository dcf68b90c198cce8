"""A host's own folders and configuration files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from lab.identity import Lab
from lab.plan import Plan
from lab.spec import LOGS, Mount
from lab.topology import ENGINE, ENGINE_NUMBER, MANAGEMENT, management_address

OWN_FOLDERS = (
    "/etc/libvirt",
    "/etc/droveway",
    "/etc/pki/libvirt-migrate",
    "/var/lib/libvirt",
    "/var/lib/droveway",
    "/var/log/libvirt",
    "/var/cache/libvirt",
)
"""What each host has for itself, besides the whole of /run."""

OVERLAYS = ("/etc", "/var/lib")
"""So that the folders above can be mounted without being made on the machine."""

IMAGES = "/var/lib/libvirt/images"
"""Disks of the host alone."""

AGENT_CONFIGURATION = "/etc/droveway/agent.json"
ENROLMENT_TOKEN = "/etc/droveway/enrolment-token"
ENGINE_CA = "/etc/droveway/engine-ca.pem"
LIBVIRT_SOCKET = "/run/libvirt/libvirt-sock"
ENGINE_HTTPS_PORT = 8443


def inside(lab: Lab, host: str, path: str) -> Path:
    """Where a path of the host, in one of its own folders, lies on the machine."""
    for folder in (*OWN_FOLDERS, "/run"):
        if path == folder or path.startswith(f"{folder}/"):
            return _own(lab, host, folder) / path[len(folder) + 1 :]
    raise ValueError(f"{path} is in none of the host's own folders")


def _own(lab: Lab, host: str, folder: str) -> Path:
    return lab.folder(host) / "root" / folder.strip("/").replace("/", "-")


def mounts(lab: Lab, host: str) -> tuple[Mount, ...]:
    """In this order: /run last, as it hides where the others come from."""
    overlays = [Mount(folder, folder, overlay=True) for folder in OVERLAYS]
    own = [Mount(str(_own(lab, host, folder)), folder) for folder in OWN_FOLDERS]
    run = _own(lab, host, "/run")
    common = [Mount(str(path), f"{run}{str(path).removeprefix('/run')}") for path in (lab.shared, lab.disks)]
    # The CA's keys are nothing that a host could read.
    hidden = [Mount(str(lab.folder(host) / "empty"), str(lab.engine_data))]
    return (*overlays, *own, *hidden, *common, Mount(str(run), "/run"))


def make(lab: Lab, host: str, index: int) -> None:
    """Folders and files of a host that is switched on; what a reboot clears is cleared."""
    shutil.rmtree(_own(lab, host, "/run"), ignore_errors=True)
    for folder in (*OWN_FOLDERS, "/run"):
        _own(lab, host, folder).mkdir(parents=True, exist_ok=True)
    for name in (LOGS, "empty"):
        (lab.folder(host) / name).mkdir(exist_ok=True)
    for path in (
        "/run/libvirt",
        "/run/droveway",
        "/run/lock",
        "/var/log/libvirt/qemu",
        "/etc/libvirt/hooks",
        IMAGES,
    ):
        inside(lab, host, path).mkdir(parents=True, exist_ok=True)
    inside(lab, host, "/etc/libvirt/libvirtd.conf").write_text(_libvirtd(lab, index), encoding="utf-8")
    inside(lab, host, "/etc/libvirt/qemu.conf").write_text(_qemu(), encoding="utf-8")


def files(plan: Plan, machine: str) -> dict[str, str]:
    """What /etc of a host or of the engine says otherwise than the machine's."""
    return {"/etc/hosts": _hosts(plan), "/etc/hostname": f"{machine}\n"}


def _hosts(plan: Plan) -> str:
    lines = ["127.0.0.1 localhost", "::1 localhost", f"{MANAGEMENT.address(ENGINE_NUMBER)} {ENGINE}"]
    lines += [f"{management_address(host)} {host}" for host in plan.host_names]
    return "\n".join(lines) + "\n"


def _libvirtd(lab: Lab, index: int) -> str:
    return f"""# Unix sockets only: libvirtd is not started with --listen.
host_uuid = "{lab.host_uuid(index)}"
unix_sock_group = "root"
unix_sock_ro_perms = "0700"
unix_sock_rw_perms = "0700"
auth_unix_ro = "none"
auth_unix_rw = "none"
log_level = 3
log_outputs = "2:file:/var/log/libvirt/libvirtd.log"
"""


def _qemu() -> str:
    return """# Security drivers, cgroups and device namespaces belong to the machine, not to a host made of namespaces.
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = []
namespaces = []
stdio_handler = "file"
migrate_tls_x509_cert_dir = "/etc/pki/libvirt-migrate"
migrate_tls_x509_verify = 1
"""


def agent_configuration(host: str) -> str:
    """The agent's one configuration file."""
    return (
        json.dumps(
            {
                "host": host,
                "engine": f"https://{MANAGEMENT.address(ENGINE_NUMBER)}:{ENGINE_HTTPS_PORT}",
                "engineCa": ENGINE_CA,
                "enrolmentTokenFile": ENROLMENT_TOKEN,
                "managementAddress": management_address(host),
                "peerPort": 8551,
                "portPool": "61000-61049",
                "stateDirectory": "/var/lib/droveway",
                "runDirectory": "/run/droveway",
                "migrationPki": "/etc/pki/libvirt-migrate",
                "libvirtUri": "qemu:///system",
                "libvirtSocket": LIBVIRT_SOCKET,
            },
            indent=2,
        )
        + "\n"
    )
