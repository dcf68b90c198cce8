"""What hosts and VMs are told: XML, mounts, configuration."""

from __future__ import annotations

import json
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from lab import domain, hostfiles, spec
from lab.identity import of_checkout
from lab.plan import Plan
from lab.spec import Mount, Service, Spec

LAB = of_checkout(Path("/somewhere"))


class TestDomain(unittest.TestCase):
    def setUp(self) -> None:
        self.domain = ElementTree.fromstring(domain.xml(LAB, 2))

    def test_it_has_the_documented_name_and_uuid(self) -> None:
        self.assertEqual(self.domain.findtext("name"), "vm2")
        self.assertEqual(self.domain.findtext("uuid"), LAB.vm_uuid(2))

    def test_it_has_at_least_512_mib_of_which_64_are_random(self) -> None:
        memory = self.domain.find("memory")
        assert memory is not None
        self.assertEqual((memory.get("unit"), memory.text), ("MiB", "512"))
        self.assertIn("random=64 marker=DROVEWAY-MARKER-vm2 ", self.domain.findtext("os/cmdline") or "")

    def test_its_disk_is_a_block_device_past_the_page_cache(self) -> None:
        disk = self.domain.find("devices/disk")
        assert disk is not None
        driver, source = disk.find("driver"), disk.find("source")
        assert driver is not None and source is not None
        self.assertEqual((disk.get("type"), driver.get("cache")), ("block", "none"))
        self.assertEqual(source.get("dev"), str(LAB.disks / "vm2"))


class TestHostFiles(unittest.TestCase):
    def test_a_hosts_file_is_found_from_outside(self) -> None:
        found = hostfiles.inside(LAB, "h1", "/run/libvirt/libvirt-sock")
        self.assertEqual(found, LAB.run / "h1/root/run/libvirt/libvirt-sock")
        self.assertEqual(
            hostfiles.inside(LAB, "h1", "/etc/pki/libvirt-migrate/ca-cert.pem"),
            LAB.run / "h1/root/etc-pki-libvirt-migrate/ca-cert.pem",
        )

    def test_a_file_that_is_not_the_hosts_own_is_not(self) -> None:
        with self.assertRaises(ValueError):
            hostfiles.inside(LAB, "h1", "/etc/passwd")

    def test_the_engines_keys_are_hidden_from_hosts(self) -> None:
        targets = [mount.target for mount in hostfiles.mounts(LAB, "h1")]
        self.assertIn(str(LAB.engine_data), targets)

    def test_run_is_mounted_last_as_it_hides_the_sources(self) -> None:
        self.assertEqual(hostfiles.mounts(LAB, "h1")[-1].target, "/run")

    def test_hosts_know_each_other_by_name(self) -> None:
        self.assertIn("10.61.0.12 h2\n", hostfiles.files(Plan(), "h1")["/etc/hosts"])

    def test_the_agents_configuration_names_host_and_engine(self) -> None:
        found = json.loads(hostfiles.agent_configuration("h3"))
        self.assertEqual(
            (found["host"], found["managementAddress"], found["engine"]),
            ("h3", "10.61.0.13", "https://10.61.0.2:8443"),
        )


class TestSpec(unittest.TestCase):
    def test_it_is_read_back_as_it_was_written(self) -> None:
        wanted = Spec(
            name="h1",
            namespace="/run/netns/x",
            mounts=(Mount("/a", "/b"), Mount("/etc", "/etc", overlay=True)),
            services=(Service("s", ("run", "it"), {"NAME": "value"}, ("/needed",), takes_socket=True),),
            restart=False,
            files={"/etc/hosts": "text\n"},
        )
        with tempfile.TemporaryDirectory() as folder:
            spec.write(Path(folder), wanted)
            self.assertEqual(spec.parse((Path(folder) / spec.FILE).read_text(encoding="utf-8")), wanted)


if __name__ == "__main__":
    unittest.main()
