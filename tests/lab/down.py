"""`lab down`: removes everything of a lab, whatever state it is in and whoever was killed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from lab import disks, linux, network, prerequisites, processes
from lab.errors import LabError
from lab.identity import Lab
from lab.lock import held
from lab.progress import Progress


def down(lab: Lab, progress: Progress) -> None:
    prerequisites.need_root("lab down")
    if not is_there(lab):
        progress.say(f"lab {lab.id} is not there")
        return
    with held(lab, progress):
        _end_processes(lab, progress)
        network.remove(lab)
        disks.detach(lab)
        for folder in (lab.data, lab.run):
            _unmount_below(folder)
            if folder.exists():
                shutil.rmtree(folder)
    progress.say(f"lab {lab.id} is gone")


def is_there(lab: Lab) -> bool:
    return lab.run.exists() or lab.data.exists() or bool(network.namespaces(lab)) or bool(_processes(lab))


def _processes(lab: Lab) -> list[int]:
    table = processes.table()
    networks = processes.network_namespaces(lab, network.namespaces(lab))
    mine = processes.ancestors(os.getpid(), table)
    return [process.pid for process in processes.belonging(lab, table, networks) if process.pid not in mine]


def _end_processes(lab: Lab, progress: Progress) -> None:
    """In rounds: a process that is being started while we look is found in the next one."""
    for _ in range(5):
        pids = _processes(lab)
        if not pids:
            return
        progress.say(f"ending {len(pids)} processes")
        left = processes.kill_all(pids)
        if left:
            raise LabError(
                f"processes {', '.join(map(str, left))} do not die: see ps, then run lab down again"
            )
    raise LabError(f"processes of lab {lab.id} keep coming back: run lab down again")


def _unmount_below(folder: Path) -> None:
    """Nothing is mounted there by us outside of the hosts' own mount namespaces; better safe than deleting through it."""
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    targets = [line.split(" ")[1] for line in mounts]
    for target in reversed([target for target in targets if target.startswith(f"{folder}/")]):
        linux.unmount(Path(target))
