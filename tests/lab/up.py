"""`lab up`: brings up what is missing of the planned lab."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from lab import disks, domain, engine, enrolment, guest_build, machines, network, plan, prerequisites, virsh
from lab.errors import LabError
from lab.identity import Lab
from lab.lock import held
from lab.plan import Plan, Wish, settle
from lab.progress import Progress


def up(lab: Lab, wish: Wish, progress: Progress) -> None:
    prerequisites.check()
    with held(lab, progress):
        wanted = settle(plan.load(lab.run), wish)
        _need_programs(lab, wanted)
        _folders(lab)
        plan.save(lab.run, wanted)
        progress.say(f"lab {lab.id}: networks of {', '.join(wanted.host_names)}, engine, intruder and switch")
        network.ensure(lab, wanted)
        with ThreadPoolExecutor(max_workers=plan.MAX_HOSTS + 2) as pool:
            if not wanted.bare:
                engine.ensure(lab, wanted)
                progress.say("the engine starts")
            guests = pool.submit(_prepare_guests, lab, wanted)
            _hosts(lab, wanted, pool, progress)
            guests.result()
            _vms(lab, wanted, pool, progress)
            connection = "" if wanted.bare else _engine(lab, wanted, pool, progress)
    progress.say(f"lab {lab.id} is up")
    print(connection, end="", flush=True)


def _need_programs(lab: Lab, wanted: Plan) -> None:
    absent = [] if wanted.bare else [engine.program(lab), machines.agent_program(lab)]
    absent = [program for program in absent if not os.access(program, os.X_OK)]
    if absent:
        names = ", ".join(str(program.relative_to(lab.checkout)) for program in absent)
        raise LabError(
            f"not built: {names}; run ./droveway build (or lab up --bare for hosts without engine and agents)"
        )


def _engine(lab: Lab, wanted: Plan, pool: ThreadPoolExecutor, progress: Progress) -> str:
    """Waits for the engine, tells it about the lab, brings in the agents; gives the connection's lines."""
    progress.say("waiting for the engine")
    engine.wait(lab)
    connection = engine.write_connection(lab)
    progress.say(f"the engine is up: {engine.url(lab)}")
    client = engine.client(lab)
    enrolment.describe(client, wanted)
    for host in wanted.host_names:
        enrolment.enrol(lab, client, host)
    progress.say("agents enrol")
    _all(pool, (partial(enrolment.wait, lab, client, host, progress) for host in wanted.host_names))
    enrolment.wait_for_vms(client, wanted)
    return connection


def _folders(lab: Lab) -> None:
    for folder in (lab.run, lab.data):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o711)
    for folder in (lab.shared, lab.disks, lab.engine_data):
        folder.mkdir(exist_ok=True)


def _prepare_guests(lab: Lab, wanted: Plan) -> None:
    guest_build.build(lab)
    for vm in wanted.vm_names:
        disks.ensure(lab, vm)


def _hosts(lab: Lab, wanted: Plan, pool: ThreadPoolExecutor, progress: Progress) -> None:
    def switch_on(host: str, index: int) -> Callable[[], None]:
        def work() -> None:
            machines.ensure_host(lab, wanted, host, index)
            virsh.wait(lab, host)
            progress.say(f"{host}: libvirtd answers")

        return work

    _all(pool, (switch_on(host, index) for index, host in enumerate(wanted.host_names, start=1)))


def _all(pool: ThreadPoolExecutor, works: Iterable[Callable[[], None]]) -> None:
    for future in [pool.submit(work) for work in works]:
        future.result()


def _vms(lab: Lab, wanted: Plan, pool: ThreadPoolExecutor, progress: Progress) -> None:
    """Starts VMs that have no process anywhere: where they are defined, or else at home."""
    found = virsh.where(lab, wanted.host_names)

    def start(index: int, vm: str, host: str) -> Callable[[], None]:
        def work() -> None:
            xml = lab.run / f"{vm}.xml"
            xml.write_text(domain.xml(lab, index), encoding="utf-8")
            virsh.start_vm(lab, host, vm, xml)
            progress.say(f"{vm} runs on {host}")

        return work

    works = []
    for index, vm in enumerate(wanted.vm_names, start=1):
        if any(domains.get(vm) for domains in found.values()):
            continue
        holders = [host for host, domains in found.items() if vm in domains]
        works.append(start(index, vm, holders[0] if len(holders) == 1 else wanted.home(index)))
    _all(pool, works)
