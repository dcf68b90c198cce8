"""The offer of a VM that really runs on the source, under a permit of one's choice."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from typing import Any

from demo.hosts import Host
from demo.stage import VM

_KIB_PER_MIB = 1024


def offer(source: Host, destination: str, permit: dict[str, str], asking: bool) -> dict[str, Any]:
    """The fields of an `offer`, complete and true but for the permit."""
    return {
        "protocolVersion": 1,
        "needs": [],
        "asking": asking,
        "permit": permit,
        "vm": describe(source.run(["virsh", "dumpxml", "--migratable", VM])),
        "parameters": {"security": "secure", "tlsDestination": destination},
        "libvirtVersion": "9.0.0",
        "qemuVersion": "7.2.0",
    }


def describe(xml: str) -> dict[str, Any]:
    """A `VmOffer` of libvirt's own words."""
    domain = ElementTree.fromstring(xml)
    kind = _element(domain, "os/type")
    return {
        "id": domain.findtext("uuid"),
        "name": domain.findtext("name"),
        "memoryMiB": int(domain.findtext("memory", "0")) // _KIB_PER_MIB,
        "machineType": kind.get("machine"),
        "emulator": domain.findtext("devices/emulator"),
        "virtType": domain.get("type"),
        "arch": kind.get("arch"),
        "domainXml": xml,
        "disks": [
            {
                "target": _element(disk, "target").get("dev"),
                "source": _element(disk, "source").get("dev"),
                "shared": True,
            }
            for disk in domain.findall("devices/disk")
        ],
    }


def _element(parent: ElementTree.Element, path: str) -> ElementTree.Element:
    found = parent.find(path)
    if found is None:
        raise ValueError(f"the domain's XML has no {path}")
    return found
