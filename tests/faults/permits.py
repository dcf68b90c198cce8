"""Permits that the engine never gave, signed with its own key: so that nothing but their content can be what is refused."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from demo.stage import VM
from faults.errors import Wrong
from faults.victims import Way
from lab.identity import Lab
from lab.topology import MIGRATION, migration_address

_VALID = timedelta(minutes=2)


def permit(lab: Lab, way: Way, **changes: Any) -> dict[str, Any]:
    """A permit as the engine would give it for the VM's way, but for the changes."""
    now = datetime.now(UTC)
    return {
        "id": str(uuid.uuid4()),
        "migration": str(uuid.uuid4()),
        "vm": lab.vm_uuid(1),
        "vmName": VM,
        "sourceHost": way.source,
        "destinationHost": way.destination,
        "sourceAddress": migration_address(way.source),
        "destinationAddress": migration_address(way.destination),
        "ports": 1,
        "security": "secure",
        "network": MIGRATION.name,
        "managementNetwork": False,
        "policyVersion": 1,
        "issuedAt": instant(now),
        "expiresAt": instant(now + _VALID),
    } | changes


def expired(lab: Lab, way: Way) -> dict[str, Any]:
    """One whose time was over a second ago."""
    end = datetime.now(UTC) - timedelta(seconds=1)
    return permit(lab, way, issuedAt=instant(end - _VALID), expiresAt=instant(end))


def instant(moment: datetime) -> str:
    """As the protocol writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def signed(content: dict[str, Any], key: Path) -> dict[str, str]:
    """The permit as it travels: exactly the bytes that were signed."""
    payload = json.dumps(content).encode()
    with tempfile.NamedTemporaryFile(prefix="droveway-faults-") as file:
        file.write(payload)
        file.flush()
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", str(key), "-in", file.name]
        done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        raise Wrong(f"openssl does not sign: {done.stderr.decode(errors='replace').strip()}")
    return {"payload": _text(payload), "signature": _text(done.stdout)}


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
