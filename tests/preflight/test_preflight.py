"""Real hosts that lack something, and a VM that is bound to one of them: every reason comes at once, and nothing is touched."""

from __future__ import annotations

import os
import re
import signal
import unittest
from datetime import datetime, timezone

from addresses.engine import Answer, Engine
from lab import hostfiles, virsh
from lab.enrolment import CLUSTER, DATA_CENTER
from lab.labtest import LabTest
from lab.topology import MIGRATION
from preflight import victim

REFUSED = 3
ANSWERED = re.compile(r"answered the offer of VM (\w+) in (\d+) ms, .* ahead by (-?\d+) ms")


class TestPreflight(LabTest):
    """vm1 runs on h1, and h2 is where it is to go; vm2 is spoiled."""

    seed = "test-preflight"
    options = ("--hosts", "2", "--vms", "2")
    engine: Engine

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.engine = Engine(cls.lab)
        cls.policy("secure")
        cls.engine.client.put("clusters", CLUSTER, "networks", MIGRATION.name, "roles", "migration")

    @classmethod
    def policy(cls, text: str) -> None:
        cls.engine.client.put("datacenters", DATA_CENTER, "migration", body={"migration": text})

    def ask(self, vm: str, *options: str) -> Answer:
        return self.engine.drovectl("migrate", vm, "h2", "--dry-run", *options)

    def assert_found(self, answer: Answer, code: str, found: str) -> None:
        with self.subTest(code):
            words = [each["found"] for each in answer.refusals if each["code"] == code]
            self.assertTrue(any(found in each for each in words), f"{code} {found}: {answer.refusals}")

    def add(self, host: str, path: str, text: str) -> None:
        """To the beginning of a configuration file, where libvirt takes it from, until the test is over."""
        file = hostfiles.inside(self.lab, host, path)
        before = file.read_text(encoding="utf-8")
        self.addCleanup(file.write_text, before, encoding="utf-8")
        file.write_text(text + before, encoding="utf-8")

    def await_reports(self) -> None:
        """The engine has heard of both hosts since now."""
        now = datetime.now(timezone.utc)
        for host in ("h1", "h2"):
            self.until(
                lambda: datetime.fromisoformat(self.engine.client.get("hosts", host)["lastSeen"]) > now,
                20,
                f"a report of {host}",
            )

    def test_a_vm_that_is_bound_to_its_host(self) -> None:
        victim.Victim(self.lab, "h1").start()
        self.await_reports()
        answer = self.ask(victim.NAME)
        self.assertEqual(answer.status, REFUSED)
        for code, found in (
            ("VM_HAS_SNAPSHOTS", "libvirt knows 1 snapshots of it"),
            ("VM_BLOCKED_BY_QEMU", "QEMU does not migrate the format of disk vda (vdi)"),
            ("VM_HAS_BLOCK_JOB", "disk vda has an active block job"),
            ("DEVICE_NOT_MIGRATABLE", "shmem preflight whose role is not master"),
            ("MACHINE_TYPE_UNKNOWN", victim.EMULATOR),
            ("HOST_NETWORK_MISSING", f"no bridge or interface {victim.BRIDGE}"),
            ("BOOT_FILE_MISSING", victim.KERNEL),
        ):
            self.assert_found(answer, code, found)
        started = self.engine.drovectl("migrate", victim.NAME, "h2", "--wait")
        self.assertEqual(started.status, REFUSED, started)
        self.assert_found(started, "VM_BLOCKED_BY_QEMU", "QEMU says: The vdi format used by node")
        self.assertNotIn(victim.NAME, virsh.domains(self.lab, "h2"))

    def test_hosts_that_are_set_up_differently(self) -> None:
        self.policy("insecure")
        self.addCleanup(self.policy, "secure")
        self.assertEqual(self.ask("vm1").status, 0)
        self.add("h2", "/etc/libvirt/qemu.conf", 'lock_manager = "lockd"\nmigrate_tls_force = 1\n')
        insecure = self.ask("vm1")
        self.assertEqual(insecure.status, REFUSED)
        self.assert_found(insecure, "LOCK_DRIVER_DIFFERS", "host h1 has nop, host h2 has lockd")
        self.assert_found(insecure, "TLS_DEMANDED", "host h2 demands TLS")

    def test_certificates_that_libvirt_does_not_find(self) -> None:
        for host in ("h1", "h2"):
            self.add(host, "/etc/libvirt/qemu.conf", 'migrate_tls_x509_cert_dir = "/etc/pki/nowhere"\n')
        answer = self.ask("vm1")
        self.assertEqual(answer.status, REFUSED)
        self.assert_found(
            answer, "CERTIFICATE_MISSING", "ca-cert.pem, client-cert.pem, client-key.pem cannot be read"
        )
        self.assert_found(
            answer, "CERTIFICATE_MISSING", "ca-cert.pem, server-cert.pem, server-key.pem cannot be read"
        )

    def test_one_uuid_for_both_hosts(self) -> None:
        self.addCleanup(self.restart_libvirtd, "h2")
        self.add("h2", "/etc/libvirt/libvirtd.conf", f'host_uuid = "{self.lab.host_uuid(1)}"\n')
        self.restart_libvirtd("h2")
        answer = self.ask("vm1")
        self.assertEqual(answer.status, REFUSED)
        self.assert_found(answer, "HOST_UUID_SAME", str(self.lab.host_uuid(1)))

    def test_another_manager_on_either_host(self) -> None:
        units = hostfiles.inside(self.lab, "h1", "/run/systemd/units")
        units.mkdir(parents=True)
        vdsm = units / "invocation:vdsmd.service"
        vdsm.symlink_to("0" * 32)
        self.addCleanup(vdsm.unlink)
        cib = '<cib><primitive id="web" type="VirtualDomain"><instance_attributes id="a">'
        cib += '<nvpair id="n" name="config" value="/srv/vm1.xml"/></instance_attributes></primitive></cib>'
        folder = "/var/lib/pacemaker/cib"
        script = f"mkdir -p {folder} && cat > {folder}/cib.xml"
        self.succeed("exec", "h2", "--", "sh", "-c", script, stdin=cib)
        self.addCleanup(self.succeed, "exec", "h2", "--", "rm", f"{folder}/cib.xml")
        answer = self.ask("vm1")
        self.assertEqual(answer.status, REFUSED)
        self.assertEqual(
            answer.refusals[0]["found"], "owned by oVirt (VDSM), whose unit vdsmd.service is active"
        )
        self.assert_found(answer, "VM_OWNED_BY_OTHER", "VMs here belong to Pacemaker, as its resource web")

    def test_what_is_in_order_is_answered_at_once(self) -> None:
        # An agent whose libvirtd was restarted a moment ago by another test may find that out by this question.
        self.until(lambda: self.ask("vm1").status == 0, 20, "vm1 may go to h2")
        self.assertEqual(self.ask("vm1").status, 0)
        log = (self.lab.folder("h1") / "log/agent.log").read_text(encoding="utf-8")
        answers = [each.groups() for each in ANSWERED.finditer(log)]
        # Told, not judged: the hosts of a lab share the machine's processors.
        for vm, took, ahead in answers:
            print(f"offer of {vm} answered in {took} ms, connecting included; clocks {ahead} ms apart")
        self.assertGreaterEqual(len(answers), 2)
        self.assertTrue(all(abs(int(ahead)) <= int(took) + 1 for _, took, ahead in answers))

    def restart_libvirtd(self, host: str) -> None:
        os.kill(self.pid(host), signal.SIGKILL)
        self.until(lambda: virsh.answers(self.lab, host), 15, f"libvirtd of {host} is back")


if __name__ == "__main__":
    unittest.main()
