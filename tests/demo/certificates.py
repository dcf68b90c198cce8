"""Gives a host an expired migration certificate: the same key, names and CA, only its time is over."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo.hosts import Host

PKI = "/etc/pki/libvirt-migrate"
_FILES = ("server-cert.pem", "client-cert.pem")


class CertificateError(Exception):
    """openssl did not make the certificate."""


@contextmanager
def expired_certificate(host: Host, engine_data: Path) -> Iterator[str]:
    """The host's migration certificate is expired as long as the context lives; gives its date of expiry."""
    saved = {name: host.run(["cat", f"{PKI}/{name}"]) for name in _FILES}
    key = host.run(["cat", f"{PKI}/server-key.pem"])
    expired, end = _reissue(saved["server-cert.pem"], key, engine_data / "migration-ca.key")
    try:
        for name in _FILES:
            _replace(host, name, expired)
        yield end
    finally:
        for name, text in saved.items():
            _replace(host, name, text)


def _replace(host: Host, name: str, text: str) -> None:
    """Whole at any moment, with the owner and mode that the file had."""
    path = f"{PKI}/{name}"
    host.run(["sh", "-c", f"cp -p {path} {path}.new && cat >{path}.new && mv {path}.new {path}"], text=text)


def _reissue(certificate: str, key: str, authority: Path) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(prefix="droveway-demo-") as name:
        folder = Path(name)
        (folder / "old.pem").write_text(certificate)
        (folder / "key.pem").touch(0o600)
        (folder / "key.pem").write_text(key)
        request = ["x509", "-x509toreq", "-in", "old.pem", "-signkey", "key.pem", "-copy_extensions", "copy"]
        _openssl(folder, *request, "-out", "request.pem")
        issue = ["x509", "-req", "-in", "request.pem", "-copy_extensions", "copy", "-days", "0"]
        _openssl(
            folder,
            *issue,
            "-CA",
            str(authority),
            "-CAkey",
            str(authority),
            "-set_serial",
            "1",
            "-out",
            "new.pem",
        )
        end = (
            _openssl(folder, "x509", "-in", "new.pem", "-noout", "-enddate").strip().removeprefix("notAfter=")
        )
        time.sleep(1.1)
        return (folder / "new.pem").read_text(), end


def _openssl(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CertificateError(f"openssl {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout
