"""A machine's first process: init of its process namespace, so that killing it is like cutting the power.

`python3 -m lab.supervisor FOLDER` enters the namespaces, tells in FOLDER/supervisor.json who it is, and returns once the
mounts are made; the machine goes on in the background. SIGHUP: read machine.json again and start what does not run.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from lab import linux
from lab.identity import ID_VARIABLE, NAMESPACES, SERVICE_VARIABLE
from lab.processes import start_time
from lab.spec import FILE, LOGS, PID_FILE, Mount, Service, Spec, parse

LISTEN_FD = 3
PORT_FILE = "port"
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 5.0
SETTLED = 10.0
"""Seconds after which a service counts as healthy and its next restart is quick again."""
WATCHFUL = 0.1
"""Seconds between looks while a service waits for its time or its files; otherwise only signals wake the supervisor."""
IDLE = 60.0


def main(folder: Path) -> int:
    """Forks the machine's init and waits for word that its mounts are made."""
    spec = parse((folder / FILE).read_text(encoding="utf-8"))
    # Mounts will hide the folder's path, hence the descriptor.
    home = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    listener = _listener(folder) if any(service.takes_socket for service in spec.services) else None
    linux.enter_namespace(spec.namespace, linux.CLONE_NEWNET)
    linux.unshare(linux.CLONE_NEWPID)
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _be_init(spec, home, tell, listener)
    os.close(tell)
    with os.fdopen(told) as pipe:
        word = pipe.read()
    if word != "ready":
        print(word or f"{spec.name}: its supervisor died while starting", file=sys.stderr)
        return 1
    identity = json.dumps({"pid": child, "start": start_time(child)})
    (folder / f"{PID_FILE}.new").write_text(identity, encoding="utf-8")
    (folder / f"{PID_FILE}.new").rename(folder / PID_FILE)
    return 0


def _listener(folder: Path) -> socket.socket:
    """Listens outside of the machine, on the port it had before if that is still free."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", int((folder / PORT_FILE).read_text(encoding="utf-8"))))
    except (FileNotFoundError, ValueError, OSError):
        listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    (folder / PORT_FILE).write_text(f"{listener.getsockname()[1]}\n", encoding="utf-8")
    return listener


def _be_init(spec: Spec, home: int, tell: int, listener: socket.socket | None) -> None:
    try:
        os.setsid()
        linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWUTS)
        linux.set_host_name(spec.name)
        _make_mounts(spec.mounts)
        for path, text in spec.files.items():
            Path(path).write_text(text, encoding="utf-8")
        _leave_terminal(home)
        init = Init(spec, home, listener)
        os.write(tell, b"ready")
        os.close(tell)
    except OSError as broken:
        os.write(tell, f"{spec.name}: {broken}".encode())
        os._exit(1)
    init.run()


def _make_mounts(mounts: tuple[Mount, ...]) -> None:
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    # A copy of these mounts would keep other machines' namespaces alive.
    linux.unmount(NAMESPACES, linux.MNT_DETACH)
    for mount in mounts:
        Path(mount.target).mkdir(parents=True, exist_ok=True)
        if mount.overlay:
            _mount_overlay(mount)
        else:
            linux.mount(mount.source, mount.target, None, linux.MS_BIND | linux.MS_REC)
    # The machine's own processes, and its own NICs.
    linux.mount("proc", "/proc", "proc")
    linux.mount("sysfs", "/sys", "sysfs")


def _mount_overlay(mount: Mount) -> None:
    """Keeps what is written in a tmpfs nobody else sees: the file system below may itself be an overlay (a container)."""
    linux.mount("tmpfs", "/mnt", "tmpfs", 0, "mode=0700")
    for name in ("upper", "work"):
        Path("/mnt", name).mkdir()
    Path("/mnt/upper").chmod(0o755)
    linux.mount(
        "overlay",
        mount.target,
        "overlay",
        0,
        f"lowerdir={mount.source},upperdir=/mnt/upper,workdir=/mnt/work",
    )
    linux.unmount(Path("/mnt"))


def _leave_terminal(home: int) -> None:
    nothing = os.open("/dev/null", os.O_RDWR)
    log = _open_log(home, "supervisor")
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(nothing)
    os.close(log)
    os.chdir("/")


def _open_log(home: int, name: str) -> int:
    return os.open(f"{LOGS}/{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644, dir_fd=home)


@dataclass
class Kept:
    """A service and its life so far; `due` is when to start it, None while it runs or is to stay dead."""

    service: Service
    due: float | None
    pid: int | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE


class Init:
    """Starts services, starts them again when they die, buries orphans."""

    def __init__(self, spec: Spec, home: int, listener: socket.socket | None) -> None:
        self._spec = spec
        self._home = home
        # Out of the way of LISTEN_FD: a descriptor copied onto itself would stay closed on exec.
        self._listener = None if listener is None else _high_descriptor(listener)
        self._kept = {service.name: Kept(service, due=0.0) for service in spec.services}
        self._awaited = {signal.SIGCHLD, signal.SIGHUP, signal.SIGTERM}
        signal.pthread_sigmask(signal.SIG_BLOCK, self._awaited)

    def run(self) -> None:
        while True:
            for kept in self._kept.values():
                self._start_if_due(kept)
            waiting = any(kept.due is not None for kept in self._kept.values())
            received = signal.sigtimedwait(self._awaited, WATCHFUL if waiting else IDLE)
            if received is not None and received.si_signo == signal.SIGTERM:
                os._exit(0)
            if received is not None and received.si_signo == signal.SIGHUP:
                self._reload()
            self._bury()

    def _start_if_due(self, kept: Kept) -> None:
        if kept.due is None or kept.due > time.monotonic() or not self._has_required(kept.service):
            return
        kept.due = None
        kept.started = time.monotonic()
        try:
            kept.pid = self._spawn(kept.service)
        except OSError as broken:
            _say(f"{kept.service.name}: {kept.service.argv[0]} does not start: {broken}")
            self._schedule(kept)
            return
        _say(f"{kept.service.name}: started, process {kept.pid}")

    def _has_required(self, service: Service) -> bool:
        return all(os.path.exists(path) for path in service.requires)

    def _spawn(self, service: Service) -> int:
        log = _open_log(self._home, service.name)
        actions: list[tuple[int, int, int]] = [
            (os.POSIX_SPAWN_DUP2, log, 1),
            (os.POSIX_SPAWN_DUP2, log, 2),
        ]
        environment = dict(os.environ) | service.environment | {SERVICE_VARIABLE: service.name}
        if service.takes_socket and self._listener is not None:
            actions.append((os.POSIX_SPAWN_DUP2, self._listener, LISTEN_FD))
        try:
            return os.posix_spawnp(
                service.argv[0], service.argv, environment, file_actions=actions, setsid=True, setsigmask=()
            )
        finally:
            os.close(log)

    def _bury(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            for kept in self._kept.values():
                if kept.pid == pid:
                    self._died(kept, pid, status)

    def _died(self, kept: Kept, pid: int, status: int) -> None:
        # A start script that was killed leaves what it started: end it, or the service would run twice.
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        kept.pid = None
        _say(f"{kept.service.name}: ended, {_describe(status)}")
        if self._spec.restart:
            self._schedule(kept)

    def _schedule(self, kept: Kept) -> None:
        lived = time.monotonic() - kept.started
        kept.pause = FIRST_PAUSE if lived > SETTLED else min(kept.pause * 2, LONGEST_PAUSE)
        kept.due = time.monotonic() + kept.pause

    def _reload(self) -> None:
        descriptor = os.open(FILE, os.O_RDONLY, dir_fd=self._home)
        with os.fdopen(descriptor, encoding="utf-8") as file:
            self._spec = parse(file.read())
        for service in self._spec.services:
            kept = self._kept.setdefault(service.name, Kept(service, due=0.0))
            kept.service = service
            if kept.pid is None:
                kept.due = 0.0


def _high_descriptor(listener: socket.socket) -> int:
    return fcntl.fcntl(listener.fileno(), fcntl.F_DUPFD_CLOEXEC, 100)


def _describe(status: int) -> str:
    if os.WIFSIGNALED(status):
        return f"killed by signal {os.WTERMSIG(status)}"
    return f"exit status {os.WEXITSTATUS(status)}"


def _say(text: str) -> None:
    try:
        print(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {text}", flush=True)
    except OSError:
        # A full disk costs the line, not the machine.
        return


if __name__ == "__main__":
    if ID_VARIABLE not in os.environ:
        sys.exit(f"lab.supervisor is started by lab up, which sets {ID_VARIABLE}")
    sys.exit(main(Path(sys.argv[1])))
