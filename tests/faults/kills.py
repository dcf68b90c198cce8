"""One part is killed in the middle of a migration; what must hold once everything has come back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from demo.hosts import HostCommandError
from demo.report import Report
from demo.stage import VM, Stage
from faults import moments, victims
from faults.engine import Engine
from faults.errors import Wrong
from faults.moments import Moment, Stop
from faults.seen import describe, look, unsettled
from faults.trail import Trail
from faults.victims import Victim, Way
from lab.errors import LabError

HOSTS = ("h1", "h2")
BANDWIDTH_MIB = 12
"""The VM's 64 MiB of random memory take 5 s."""
SETTLE_SECONDS = 180.0
"""The source agent has 2 minutes of patience with those who do not answer."""


@dataclass(frozen=True)
class Kill:
    """Who is killed, and when; ``dead``: the guest's own QEMU, so that it runs nowhere afterwards.

    ``also`` is killed in the same moment; ``wish`` is what is asked of the migration besides; ``kind`` is its word for that; ``attention``:
    nobody can know which copy is the right one, so that a person is called.
    """

    victim: Victim
    moment: Moment
    dead: bool = False
    also: Victim | None = None
    kind: str = ""
    wish: Mapping[str, Any] = field(default_factory=dict)
    attention: bool = False

    @property
    def title(self) -> str:
        """As it is asked for and printed."""
        both = "" if self.also is None else f" and {self.also.title}"
        return f"{self.kind}{self.victim.title}{both} {self.moment.title}"


KILLS = (
    Kill(victims.SOURCE_AGENT, moments.COPYING),
    Kill(victims.DESTINATION_AGENT, moments.COPYING),
    Kill(victims.SOURCE_LIBVIRTD, moments.COPYING),
    Kill(victims.DESTINATION_LIBVIRTD, moments.COPYING),
    Kill(victims.ENGINE_ITSELF, moments.COPYING),
    Kill(victims.DESTINATION_QEMU, moments.COPYING),
    Kill(victims.SOURCE_QEMU, moments.COPYING, dead=True),
    *(
        Kill(victim, moments.AT_ONCE)
        for victim in (
            victims.SOURCE_AGENT,
            victims.DESTINATION_AGENT,
            victims.SOURCE_LIBVIRTD,
            victims.DESTINATION_LIBVIRTD,
            victims.ENGINE_ITSELF,
        )
    ),
    Kill(victims.SOURCE_AGENT, moments.COPYING, also=victims.DESTINATION_AGENT),
    Kill(victims.SOURCE_AGENT, moments.COPYING, also=victims.ENGINE_ITSELF),
    Kill(victims.SOURCE_LIBVIRTD, moments.COPYING, also=victims.DESTINATION_LIBVIRTD),
    Kill(victims.SOURCE_AGENT, moments.COPYING, also=victims.DESTINATION_LIBVIRTD),
    Kill(victims.SOURCE_AGENT, moments.BEFORE_SWITCHOVER),
    Kill(victims.DESTINATION_AGENT, moments.BEFORE_SWITCHOVER),
    *(
        Kill(victim, moments.after_stop(milliseconds))
        for victim in (
            victims.SOURCE_AGENT,
            victims.DESTINATION_AGENT,
            victims.SOURCE_LIBVIRTD,
            victims.DESTINATION_LIBVIRTD,
        )
        for milliseconds in (0, 100, 400)
    ),
)


class Kills:
    """Plays them with the lab's VM, one after the other; each leaves the VM where the next one finds it."""

    def __init__(self, stage: Stage, engine: Engine, report: Report) -> None:
        self._stage = stage
        self._engine = engine
        self._report = report

    def play(self, kill: Kill) -> None:
        """One of them, as one finding."""
        began = time.monotonic()
        try:
            found = self._play(kill)
        except (HostCommandError, LabError, Wrong) as failure:
            self._report.check(False, kill.title, str(failure))
            self._mend()
            return
        self._report.check(True, kill.title, f"{found} ({time.monotonic() - began:.0f} s)")

    def _mend(self) -> None:
        """What one fault left must not fail the next case too: the VM begins anew."""
        for name in HOSTS:
            for verb in ("destroy", "undefine"):
                self._stage.host(name).run(["virsh", verb, VM], check=False)
        self._stage.up()

    def _play(self, kill: Kill) -> str:
        way = self.way()
        trail = Trail(self._stage.lab.disk_image(VM))
        stop = Stop(self._stage.host(way.source), VM)
        try:
            migration = self._engine.start(way.destination, BANDWIDTH_MIB, kill.wish)
            kill.moment.wait(self._engine, migration, stop)
            kill.victim.kill(self._stage.lab, way)
            if kill.also is not None:
                kill.also.kill(self._stage.lab, way)
        finally:
            stop.close()
        end = self.settle(migration, kill.dead)
        if kill.attention and self._engine.migration(migration)["state"] != "NEEDS_ATTENTION":
            raise Wrong(f"needed NEEDS_ATTENTION, it ended {end}")
        wrong = trail.wrong()
        if wrong:
            raise Wrong(f"the guest's trail shows a second copy: {'; '.join(wrong[:3])}; {end}")
        if kill.dead:
            self._begin_anew(way.source)
        now = self.way()
        self._engine.move(now.destination)
        return f"{end}; then moved to {now.destination}"

    def _begin_anew(self, host: str) -> None:
        """What stands still there for ever goes first."""
        self._stage.host(host).run(["virsh", "destroy", VM], check=False)
        self._stage.host(host).run(["virsh", "start", VM])

    def way(self) -> Way:
        """From the host that the VM runs on to the other one."""
        running = [name for name in HOSTS if VM in look(self._stage.host(name)).running]
        if len(running) != 1:
            raise Wrong(f"{VM} runs on {running}, needed one host")
        return Way(running[0], HOSTS[1 - HOSTS.index(running[0])])

    def settle(self, migration: str, dead: bool = False) -> str:
        """Waits until nothing is left to settle; gives the end as the engine tells it.

        :raises Wrong: with all that is still not as it must be
        """
        until = time.monotonic() + SETTLE_SECONDS
        while True:
            wrong, end = self._unsettled(migration, dead)
            if not wrong:
                return end
            if time.monotonic() > until:
                raise Wrong(f"after {SETTLE_SECONDS:.0f} s: {'; '.join(wrong)}; {end}")
            time.sleep(0.3)

    def _unsettled(self, migration: str, dead: bool) -> tuple[list[str], str]:
        try:
            views = [look(self._stage.host(name)) for name in HOSTS]
            running = [view.name for view in views if VM in view.running]
            if len(running) > 1:
                raise Wrong(f"{VM} runs on {' and '.join(running)}")
            found = self._engine.migration(migration)
            return unsettled(VM, views, found, dead), describe(found)
        except (HostCommandError, LabError) as silent:
            return [str(silent)], "nothing is known"
