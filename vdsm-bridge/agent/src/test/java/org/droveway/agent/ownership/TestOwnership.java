package org.droveway.agent.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under a root of the test's own. */
class TestOwnership {
    private static final String CIB = """
            <cib><configuration><resources>
              <primitive id="web" class="ocf" provider="heartbeat" type="apache">
                <instance_attributes id="a"><nvpair id="n0" name="config" value="/etc/libvirt/qemu/vm3.xml"/></instance_attributes>
              </primitive>
              <group id="g">
                <primitive id="vm-web" class="ocf" provider="heartbeat" type="VirtualDomain">
                  <instance_attributes id="b">
                    <nvpair id="n1" name="hypervisor" value="qemu:///system"/>
                    <nvpair id="n2" name="config" value="%s"/>
                  </instance_attributes>
                </primitive>
              </group>
            </resources></configuration></cib>
            """;

    @TempDir
    Path root;

    private Ownership ownership;

    @BeforeEach
    void begin() throws IOException {
        ownership = new Ownership(root);
        process(1, "/sbin/init");
        process(2, "");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void process(int pid, String... commandLine) throws IOException {
        write("proc/" + pid + "/cmdline", String.join("\0", commandLine) + "\0");
    }

    @Test
    void aHostWithoutOthersIsOurs() {
        assertThat(ownership.ownerOf("vm1")).isEmpty();
    }

    @Test
    void pacemakerIsKnownByTheNameInTheConfiguration() throws IOException {
        write("var/lib/pacemaker/cib/cib.xml", CIB.formatted("/srv/vms/first.xml"));
        write("srv/vms/first.xml", "<domain type='kvm'><name>vm1</name></domain>");
        assertThat(ownership.ownerOf("vm1")).contains("Pacemaker, as its resource vm-web");
        assertThat(ownership.ownerOf("first")).isEmpty();
        assertThat(ownership.ownerOf("vm3")).isEmpty();
    }

    @Test
    void aConfigurationThatIsElsewhereIsKnownByItsFileName() throws IOException {
        write("var/lib/pacemaker/cib/cib.xml", CIB.formatted("/srv/vms/vm1.xml"));
        assertThat(ownership.ownerOf("vm1")).contains("Pacemaker, as its resource vm-web");
        assertThat(ownership.ownerOf("vm2")).isEmpty();
    }

    @Test
    void aClusterThatCannotBeReadMayOwnEverything() throws IOException {
        write("var/lib/pacemaker/cib/cib.xml", "<cib>");
        assertThat(ownership.ownerOf("vm1").orElseThrow()).startsWith("Pacemaker perhaps: ");
    }

    @ParameterizedTest
    @CsvSource({
        "vdsmd.service, oVirt (VDSM)",
        "nova-compute.service, Nova",
        "openstack-nova-compute.service, Nova",
        "cloudstack-agent.service, CloudStack"
    })
    void anAgentIsKnownByItsUnit(String unit, String owner) throws IOException {
        Files.createDirectories(root.resolve("run/systemd/units"));
        Files.createSymbolicLink(root.resolve("run/systemd/units/invocation:" + unit), Path.of("0123456789abcdef"));
        assertThat(ownership.ownerOf("vm1")).contains(owner + ", whose unit " + unit + " is active");
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/bin/python3 /usr/share/vdsm/vdsmd, oVirt (VDSM)",
        "/usr/bin/python3 -s /usr/bin/nova-compute --config-file /etc/nova/nova.conf, Nova",
        "ruby /var/tmp/one/im/kvm.d/monitord-client.rb kvm, OpenNebula",
        "/usr/bin/java -Xms256m -cp /usr/share/cloudstack-agent/lib/* com.cloud.agent.AgentShell, CloudStack"
    })
    void anAgentIsKnownByItsProcess(String commandLine, String owner) throws IOException {
        process(4711, commandLine.split(" "));
        assertThat(ownership.ownerOf("vm1")).contains(owner + ", whose agent runs as process 4711");
    }

    @Test
    void whoOnlyNamesAnAgentIsNone() throws IOException {
        process(4711, "vim", "-R", "-n", "-p", "/usr/share/vdsm/vdsmd");
        assertThat(ownership.ownerOf("vm1")).isEmpty();
    }
}
