"""Real labs on this machine, under ids of their own: they come up, stand what is done to them, go without a trace."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
import unittest
from pathlib import Path

from lab import disks, engine, network, processes, virsh
from lab.identity import ID_VARIABLE, SEED_VARIABLE, Lab
from lab.labtest import CHECKOUT, TESTS, LabTest

RESTART_SECONDS = 10.0
RECORD = struct.Struct("<8sQQQQ")


def traces(lab: Lab) -> list[str]:
    """Everything on the machine that carries the lab's id."""
    mounts = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    namespaces = network.namespaces(lab)
    inodes = processes.network_namespaces(lab, namespaces)
    return [
        *namespaces,
        *(mount for mount in mounts if lab.id in mount),
        *disks.devices(lab),
        *(f"process {process.pid}" for process in processes.belonging(lab, processes.table(), inodes)),
        *(str(path) for path in (lab.run, lab.data) if path.exists()),
    ]


class TestLab(LabTest):
    seed = "test"
    options = ("--bare", "--hosts", "2", "--vms", "1", "--without-migration", "h2")

    def test_a_second_up_changes_nothing(self) -> None:
        before = (self.pid("h1"), self.pid("h2"), self.qemu())
        self.succeed("up", "--bare")
        self.assertEqual((self.pid("h1"), self.pid("h2"), self.qemu()), before)

    def test_a_lab_that_is_up_refuses_to_be_another(self) -> None:
        done = self.tool("up", "--bare", "--hosts", "1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("does not shrink to 1: run ./droveway lab down first", done.stderr)

    def test_the_engine_has_no_interface_on_the_migration_network(self) -> None:
        self.assertEqual(self.nics("engine"), {"lo": ["127.0.0.1"], "mgmt0": ["10.61.0.2"]})
        routes = self.tool("exec", "engine", "--", "ip", "route", "get", "10.62.0.11")
        self.assertNotEqual(routes.returncode, 0, routes.stdout)

    def test_a_host_without_migration_has_no_nic_there(self) -> None:
        self.assertEqual(self.nics("h1")["mig0"], ["10.62.0.11"])
        self.assertNotIn("mig0", self.nics("h2"))

    def test_libvirt_listens_on_no_network(self) -> None:
        self.assertEqual(self.succeed("exec", "h1", "--", "ss", "-Hltn").strip(), "")

    def test_exec_passes_streams_and_status(self) -> None:
        script = "cat; echo complaint >&2; exit 37"
        done = self.tool("exec", "h1", "--", "sh", "-c", script, stdin="spoken")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (37, "spoken", "complaint\n"))

    def test_exec_of_an_unknown_command_or_host(self) -> None:
        self.assertEqual(self.tool("exec", "h1", "--", "no-such-command").returncode, 127)
        done = self.tool("exec", "h7", "--", "true")
        self.assertEqual(done.returncode, 1)
        self.assertIn("h7 is no machine of this lab", done.stderr)

    def test_virsh_inside_a_host_talks_to_that_host(self) -> None:
        self.assertEqual(self.succeed("exec", "h1", "--", "virsh", "list", "--name").split(), ["vm1"])
        self.assertEqual(self.succeed("exec", "h2", "--", "virsh", "list", "--name").split(), [])

    def test_a_killed_libvirtd_is_back_within_ten_seconds_and_qemu_survives(self) -> None:
        killed, qemu = self.pid("h1"), self.qemu()
        os.kill(killed, signal.SIGKILL)
        self.until(
            lambda: processes.service(self.lab, "h1", "libvirtd") not in (None, killed)
            and virsh.answers(self.lab, "h1"),
            RESTART_SECONDS,
            "libvirtd restarted",
        )
        self.assertEqual(self.qemu(), qemu)
        self.assertEqual(self.succeed("exec", "h1", "--", "virsh", "domstate", "vm1").strip(), "running")

    def test_the_vm_counts_on_its_disk(self) -> None:
        first = self.counter()
        self.until(lambda: self.counter() >= first + 10, 10, "ten records")

    def test_records_follow_each_other_without_gap(self) -> None:
        first = self.counter()
        self.until(lambda: self.counter() >= first + 5, 10, "five records")
        # The header first: what it counts was on the disk before it, whatever the guest writes meanwhile.
        count = self.counter()
        disk = self.lab.disk_image("vm1").read_bytes()
        records = [RECORD.unpack_from(disk, (64 + slot) * 512) for slot in range(count)]
        for slot, (magic, own_slot, on_disk, in_memory, boot) in enumerate(records):
            self.assertEqual((magic, own_slot, on_disk), (b"DROVREC1", slot, slot + 1))
            previous = records[slot - 1] if slot > 0 and records[slot - 1][4] == boot else None
            self.assertEqual(in_memory, previous[3] + 1 if previous else 1)

    def test_random_pages_begin_with_the_marker(self) -> None:
        command = ("virsh", "qemu-monitor-command", "vm1", "--hmp", "xp /19bx 0x4ff000")
        dump = self.succeed("exec", "h1", "--", *command)
        found = bytes(int(byte, 16) for line in dump.splitlines() for byte in line.partition(":")[2].split())
        self.assertEqual(found, b"DROVEWAY-MARKER-vm1")

    def test_the_dirty_rate_can_be_changed_while_the_vm_runs(self) -> None:
        self.succeed("dirty", "vm1", "300")
        self.addCleanup(self.succeed, "dirty", "vm1", "0")
        self.until(lambda: "0x0000012c" in self.memory_page(), 5, "the guest's new rate")

    def test_cutting_a_hosts_power_ends_all_that_runs_there(self) -> None:
        init = processes.supervisor(self.lab, "h1")
        assert init is not None
        os.kill(init, signal.SIGKILL)
        inode = os.stat(self.lab.namespace_path("h1")).st_ino
        self.until(
            lambda: not [one for one in processes.table() if one.network == inode],
            10,
            "every process of h1 dead",
        )
        self.assertEqual(self.tool("status").returncode, 1)
        self.succeed("up", "--bare")
        self.succeed("status")
        self.assertEqual(self.succeed("exec", "h1", "--", "virsh", "domstate", "vm1").strip(), "running")

    def counter(self) -> int:
        with self.lab.disk_image("vm1").open("rb", buffering=0) as disk:
            header = disk.read(512)
        return int.from_bytes(header[8:16], "little") if header.startswith(b"DROVDSK1") else 0

    def memory_page(self) -> str:
        command = ("virsh", "qemu-monitor-command", "vm1", "--hmp", "xp /1wx 0x200028")
        return self.succeed("exec", "h1", "--", *command)


class TestWholeLab(LabTest):
    """With engine and agents."""

    seed = "test-whole"
    options = ("--hosts", "2", "--vms", "1")

    def test_it_is_up_and_says_how_to_reach_the_engine(self) -> None:
        self.succeed("status")
        lines = self.succeed("up").splitlines()
        self.assertEqual(
            [line.partition("=")[0] for line in lines], ["DROVEWAY_URL", "DROVEWAY_TOKEN", "DROVEWAY_CA"]
        )
        self.assertEqual(self.lab.connection.read_text(encoding="utf-8").splitlines(), lines)

    def test_the_engine_knows_hosts_vm_and_networks(self) -> None:
        client = engine.client(self.lab)
        hosts = {host["name"]: (host["state"], host["mode"]) for host in client.get("hosts")}
        self.assertEqual(hosts, {"h1": ("up", "enforce"), "h2": ("up", "enforce")})
        self.assertEqual([(vm["name"], vm["host"]) for vm in client.get("vms")], [("vm1", "h1")])
        networks = {network["name"]: network["roles"] for network in client.get("networks")}
        self.assertEqual(networks, {"management": ["management"], "migration": [], "guests": ["vm"]})

    def test_the_engine_has_no_interface_on_the_migration_network(self) -> None:
        self.assertEqual(self.nics("engine"), {"lo": ["127.0.0.1"], "mgmt0": ["10.61.0.2"]})

    def test_the_engines_keys_are_hidden_from_hosts(self) -> None:
        self.assertTrue(engine.authority(self.lab).exists())
        self.assertEqual(self.succeed("exec", "h1", "--", "ls", "-A", str(self.lab.engine_data)), "")

    def test_a_killed_agent_is_back_within_ten_seconds(self) -> None:
        killed = self.pid("h1", "agent")
        os.kill(killed, signal.SIGKILL)
        self.until(
            lambda: processes.service(self.lab, "h1", "agent") not in (None, killed),
            RESTART_SECONDS,
            "agent restarted",
        )
        self.until(lambda: self.tool("status").returncode == 0, 30, "the engine sees it up")

    def test_a_killed_engine_is_back_on_the_same_address(self) -> None:
        address, killed = engine.url(self.lab), self.pid("engine", "engine")
        os.kill(self.pid("engine", "forward"), signal.SIGKILL)
        os.kill(killed, signal.SIGKILL)
        self.until(
            lambda: processes.service(self.lab, "engine", "engine") not in (None, killed),
            RESTART_SECONDS,
            "engine restarted",
        )
        self.assertNotEqual(self.tool("status").returncode, 0)
        self.until(lambda: self.tool("status").returncode == 0, 60, "engine and agents up again")
        self.assertEqual(engine.url(self.lab), address)


class TestNoRestart(LabTest):
    seed = "test-no-restart"
    options = ("--bare", "--hosts", "1", "--vms", "0", "--no-restart")

    def test_what_is_killed_stays_dead_until_the_next_up(self) -> None:
        os.kill(self.pid("h1"), signal.SIGKILL)
        log = self.lab.folder("h1") / "log/supervisor.log"
        self.until(lambda: "killed by signal 9" in log.read_text(encoding="utf-8"), 5, "death noticed")
        # Longer than the supervisor's longest pause before a restart would be.
        deadline = time.monotonic() + 6
        while time.monotonic() < deadline:
            self.assertEqual(self.tool("pid", "h1", "libvirtd").returncode, 1)
            time.sleep(0.5)
        self.succeed("up", "--bare")
        self.succeed("pid", "h1", "libvirtd")


class TestDown(LabTest):
    seed = "test-down"
    options = ("--bare", "--hosts", "1", "--vms", "1")

    def setUp(self) -> None:
        self.succeed("up", "--bare")

    def test_nothing_stays_after_a_kill_of_everything(self) -> None:
        self.assertNotEqual(traces(self.lab), [])
        environment = os.environ | {ID_VARIABLE: self.lab.id}
        stray = subprocess.Popen(["sleep", "600"], env=environment)
        self.addCleanup(stray.wait)
        os.kill(self.pid("h1"), signal.SIGKILL)
        init = processes.supervisor(self.lab, "h1")
        assert init is not None
        os.kill(init, signal.SIGKILL)
        self.succeed("down")
        self.assertEqual(traces(self.lab), [])

    def test_nothing_stays_of_an_up_that_was_killed(self) -> None:
        self.succeed("down")
        environment = os.environ | {SEED_VARIABLE: f"{CHECKOUT} {self.seed}", "PYTHONPATH": str(TESTS)}
        for moment in (0.1, 0.3, 0.6, 1.2):
            up = subprocess.Popen(
                [sys.executable, "-m", "lab", "up", "--bare"],
                env=environment,
                stderr=subprocess.DEVNULL,
            )
            try:
                up.wait(moment)
            except subprocess.TimeoutExpired:
                up.kill()
                up.wait()
            self.succeed("down")
            self.assertEqual(traces(self.lab), [], f"killed after {moment} s")

    def test_down_of_a_lab_that_is_not_there_is_harmless(self) -> None:
        self.succeed("down")
        self.succeed("down")


if __name__ == "__main__":
    unittest.main()
