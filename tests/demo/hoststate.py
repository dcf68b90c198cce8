"""What a refusal must leave as it was on a host: domains, firewall, listening sockets, leases."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from demo.hosts import Host

LEASES = "/var/lib/droveway/leases"
_PASSING = ("packets", "bytes", "expires", "handle")


@dataclass(frozen=True)
class HostState:
    """The four things, as text that can be compared line by line."""

    domains: str
    firewall: str
    sockets: str
    leases: str

    def differences(self, later: HostState) -> list[str]:
        """What is not as before, one line each."""
        found = []
        for name in ("domains", "firewall", "sockets", "leases"):
            before, now = getattr(self, name).splitlines(), getattr(later, name).splitlines()
            found += [f"{name}: gone: {line}" for line in before if line not in now]
            found += [f"{name}: new: {line}" for line in now if line not in before]
            if not found and before != now:
                found.append(f"{name}: in another order or number")
        return found


def read_state(host: Host, lease_contents: bool = True) -> HostState:
    """Reads all four; lease files of a running migration are rewritten while it lives, then only their names count."""
    listing = (
        f'for f in {LEASES}/*; do [ -e "$f" ] && sha256sum "$f"; done; true'
        if lease_contents
        else f"ls -1A {LEASES} 2>/dev/null; true"
    )
    script = f"virsh list --all; echo @; nft -j list ruleset; echo @; ss -Hltn; echo @; {listing}"
    parts = host.run(["sh", "-c", script]).split("@\n")
    return HostState(_lines(parts[0]), firewall_text(parts[1]), _sockets(parts[2]), _lines(parts[3]))


def firewall_text(listing: str) -> str:
    """The rules and set elements, without counters, times left and handles; nor what rules note in sets as packets pass."""
    entries = [entry for entry in json.loads(listing)["nftables"] if "metainfo" not in entry]
    noted = {
        (entry["rule"]["table"], name)
        for entry in entries
        if "rule" in entry
        for name in _filled_by(entry["rule"])
    }
    lines = []
    for entry in entries:
        kind, content = next(iter(entry.items()))
        if kind == "counter":
            continue
        if kind == "set" and (content["table"], content["name"]) in noted:
            content = {key: value for key, value in content.items() if key != "elem"}
        lines.append(json.dumps({kind: _lasting(content)}, sort_keys=True))
    return "\n".join(sorted(lines))


def _filled_by(rule: dict[str, Any]) -> list[str]:
    """Names of the sets that a rule adds elements to."""
    statements = [each["set"] for each in rule["expr"] if "set" in each]
    return [str(each["set"]).removeprefix("@") for each in statements]


def _lasting(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lasting(each) for key, each in value.items() if key not in _PASSING}
    if isinstance(value, list):
        return [_lasting(each) for each in value]
    return value


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


def _sockets(text: str) -> str:
    return "\n".join(sorted(line.split()[3] for line in text.splitlines() if line.strip()))


def digest(state: HostState) -> str:
    """A short name of a state, for the eye."""
    return hashlib.sha256("\0".join(vars(state).values()).encode()).hexdigest()[:8]
