"""Runs a command inside a machine: same streams, same terminal, same exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType

from lab import linux, plan, processes
from lab.errors import LabError
from lab.identity import ID_VARIABLE, Lab
from lab.topology import ENGINE, INTRUDER, SWITCH

NOT_FOUND = 127
NOT_EXECUTABLE = 126
FORWARDED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2)
KINDS = (("net", linux.CLONE_NEWNET), ("uts", linux.CLONE_NEWUTS), ("pid", linux.CLONE_NEWPID))


def execute(lab: Lab, machine: str, argv: Sequence[str]) -> int:
    """Exit status of the command; a signal that ended it ends this process too."""
    if machine in (SWITCH, INTRUDER):
        return _in_network(lab, machine, argv)
    init = processes.supervisor(lab, machine) if machine in _known(lab) else None
    if init is not None:
        return _in_machine(lab, init, argv)
    if machine == ENGINE:
        # A bare lab has its network, for an engine started by hand.
        return _in_network(lab, machine, argv)
    what = "does not run" if machine in _known(lab) else "is no machine of this lab"
    raise LabError(f"{machine} {what}: see ./droveway lab status, then ./droveway lab up")


def _known(lab: Lab) -> tuple[str, ...]:
    existing = plan.load(lab.run)
    if existing is None:
        raise LabError(f"lab {lab.id} is not there: run ./droveway lab up")
    return (*existing.host_names, ENGINE)


def _in_network(lab: Lab, machine: str, argv: Sequence[str]) -> int:
    try:
        linux.enter_namespace(lab.namespace_path(machine), linux.CLONE_NEWNET)
    except FileNotFoundError as missing:
        raise LabError(f"{machine} is not there: run ./droveway lab up") from missing
    return _replace(lab, argv)


def _in_machine(lab: Lab, init: int, argv: Sequence[str]) -> int:
    here = os.getcwd()
    try:
        mounts = os.open(f"/proc/{init}/ns/mnt", os.O_RDONLY)
        for name, kind in KINDS:
            linux.enter_namespace(f"/proc/{init}/ns/{name}", kind)
    except FileNotFoundError as gone:
        raise LabError("the machine was switched off just now: run ./droveway lab up") from gone
    # Entering a process namespace works for children only.
    child = os.fork()
    if child == 0:
        linux.die_with_parent(signal.SIGKILL)
        linux.enter_open_namespace(mounts, linux.CLONE_NEWNS)
        os.chdir(here if os.path.isdir(here) else "/")
        os._exit(_replace(lab, argv))
    return _wait(child)


def _replace(lab: Lab, argv: Sequence[str]) -> int:
    os.environ[ID_VARIABLE] = lab.id
    os.environ["LIBVIRT_DEFAULT_URI"] = "qemu:///system"
    try:
        os.execvp(argv[0], list(argv))
    except FileNotFoundError:
        print(f"lab: {argv[0]}: command not found", file=sys.stderr, flush=True)
        return NOT_FOUND
    except OSError as refused:
        print(f"lab: {argv[0]}: {refused.strerror}", file=sys.stderr, flush=True)
        return NOT_EXECUTABLE


def _wait(child: int) -> int:
    for forwarded in FORWARDED:
        signal.signal(forwarded, _forwarder(child))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    return os.waitstatus_to_exitcode(status)


def _forwarder(child: int) -> Callable[[int, FrameType | None], None]:
    def forward(number: int, frame: FrameType | None) -> None:
        # The terminal has told the child already: it is in the same foreground group.
        if not (number == signal.SIGINT and sys.stdin is not None and os.isatty(0)):
            os.kill(child, number)

    return forward
