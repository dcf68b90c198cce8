"""Command line of the lab: `./droveway lab …`."""

from __future__ import annotations

import argparse
import os
import sys

from lab import disks, identity, prerequisites, processes
from lab.down import down
from lab.errors import LabError
from lab.execute import execute
from lab.identity import Lab
from lab.plan import Wish
from lab.progress import Progress
from lab.status import status
from lab.up import up

USAGE = 2


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    os.environ["PATH"] = f"{os.environ.get('PATH', '/usr/bin:/bin')}:/usr/sbin:/sbin"
    lab = identity.current()
    try:
        prerequisites.need_root(f"lab {options.command}")
        return _run(lab, options)
    except LabError as problem:
        print(f"lab: {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        # A full disk, a file in the way: the system's words name it.
        print(f"lab: {options.command}: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("lab: interrupted; ./droveway lab down removes what is there", file=sys.stderr)
        return 130


def _run(lab: Lab, options: argparse.Namespace) -> int:
    if options.command == "up":
        wish = Wish(
            options.hosts,
            options.vms,
            _hosts(options),
            options.no_restart,
            options.bare,
            options.ipv6,
            tuple(options.older),
        )
        up(lab, wish, Progress())
        return 0
    if options.command == "down":
        down(lab, Progress())
        return 0
    if options.command == "status":
        return status(lab)
    if options.command == "exec":
        return execute(lab, options.machine, _command(options.argv))
    if options.command == "pid":
        return _pid(lab, options.host, options.service)
    if options.command == "dirty":
        disks.set_dirty_rate(lab, options.vm, options.rate)
        return 0
    raise AssertionError(options.command)


def _hosts(options: argparse.Namespace) -> tuple[str, ...] | None:
    return None if options.without_migration is None else tuple(options.without_migration)


def _command(argv: list[str]) -> list[str]:
    command = argv[1:] if argv[:1] == ["--"] else argv
    if not command:
        print("lab: exec: no command: ./droveway lab exec HOST -- COMMAND", file=sys.stderr)
        raise SystemExit(USAGE)
    return command


def _pid(lab: Lab, host: str, service: str) -> int:
    pid = processes.service(lab, host, service)
    if pid is None:
        raise LabError(f"{host} has no running {service}: see ./droveway lab status")
    print(pid)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./droveway lab", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_up(commands.add_parser("up", help="bring the lab up, or complete it", allow_abbrev=False))
    commands.add_parser("down", help="remove everything of the lab", allow_abbrev=False)
    commands.add_parser("status", help="0 only if hosts, agents and engine are up", allow_abbrev=False)
    execution = commands.add_parser("exec", help="run a command inside a machine", allow_abbrev=False)
    execution.add_argument("machine", metavar="HOST", help="a host, or engine, intruder, switch")
    execution.add_argument("argv", nargs=argparse.REMAINDER, metavar="-- COMMAND")
    pid = commands.add_parser("pid", help="print a service's process id", allow_abbrev=False)
    pid.add_argument("host", metavar="HOST")
    pid.add_argument(
        "service",
        metavar="SERVICE",
        choices=("agent", "libvirtd", "engine", "forward"),
        help="agent or libvirtd",
    )
    dirty = commands.add_parser("dirty", help="set how many pages a second a VM rewrites", allow_abbrev=False)
    dirty.add_argument("vm", metavar="VM")
    dirty.add_argument("rate", metavar="PAGES", type=_rate)
    return parser


def _rate(text: str) -> int:
    value = int(text)
    if not 0 <= value < 2**32:
        raise argparse.ArgumentTypeError("needed 0 or more pages per second")
    return value


def _add_up(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hosts", type=int, metavar="N", help="hosts h1 to hN (3)")
    parser.add_argument("--vms", type=int, metavar="N", help="VMs vm1 to vmN, round-robin from h1 (1)")
    parser.add_argument(
        "--without-migration", metavar="HOST", action="append", help="give it no NIC there; repeatable"
    )
    parser.add_argument(
        "--ipv6", action="store_true", help="a migration network with IPv6 (and IPv4 beside it)"
    )
    parser.add_argument(
        "--older",
        metavar="HOST",
        action="append",
        default=[],
        help="run the agent of an earlier version there, made by python3 -m versions.older; repeatable",
    )
    parser.add_argument("--no-restart", action="store_true", help="leave killed processes dead")
    parser.add_argument(
        "--bare", action="store_true", help="hosts, libvirt and VMs only: no engine, no agents"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
