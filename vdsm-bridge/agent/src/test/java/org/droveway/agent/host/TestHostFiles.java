package org.droveway.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a root of the test's own. */
class TestHostFiles {
    @TempDir
    Path root;

    private HostFiles files;

    @BeforeEach
    void begin() throws IOException {
        files = new HostFiles(root);
        write("proc/meminfo", "MemTotal: 1 kB\nHugepagesize:       2048 kB\n");
        write("proc/sys/vm/unprivileged_userfaultfd", "0\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private QemuSettings settings(String text) throws IOException {
        write("etc/libvirt/qemu.conf", text);
        return files.settings().orElseThrow();
    }

    @Test
    void withoutAFileLibvirtsDefaultsHold() {
        assertThat(files.settings()).contains(new QemuSettings("nop", false, java.util.Optional.empty(), false));
    }

    @Test
    void whatTheFileSaysHolds() throws IOException {
        assertThat(settings("""
                        lock_manager = "lockd"
                        migrate_tls_force = 1
                        migrate_tls_x509_cert_dir = "/etc/pki/mine"
                        user = "+0"
                        """))
                .isEqualTo(new QemuSettings("lockd", true, java.util.Optional.of(Path.of("/etc/pki/mine")), true));
    }

    @Test
    void aFileThatLibvirtCannotReadIsUnknown() throws IOException {
        write("etc/libvirt/qemu.conf", "lock_manager = lockd");
        assertThat(files.settings()).isEmpty();
    }

    @Test
    void libvirtLooksForCertificatesInThisOrder() throws IOException {
        assertThat(files.tlsFiles(settings(""), true).directory()).startsWith("no directory");
        Files.createDirectories(root.resolve("etc/pki/qemu"));
        assertThat(files.tlsFiles(settings(""), true).directory()).isEqualTo("/etc/pki/qemu");
        Files.createDirectories(root.resolve("etc/pki/libvirt-migrate"));
        assertThat(files.tlsFiles(settings(""), true).directory()).isEqualTo("/etc/pki/libvirt-migrate");
    }

    @Test
    void eachEndLoadsItsOwnCertificates() throws IOException {
        write("etc/pki/mine/ca-cert.pem", "");
        write("etc/pki/mine/client-cert.pem", "");
        write("etc/pki/mine/client-key.pem", "");
        QemuSettings mine = settings("migrate_tls_x509_cert_dir = \"/etc/pki/mine\"");
        assertThat(files.tlsFiles(mine, false).missing()).isEmpty();
        assertThat(files.tlsFiles(mine, true).missing()).containsExactly("server-cert.pem", "server-key.pem");
    }

    @Test
    void pageFaultsAreHandledByRootOrWhereTheKernelAllowsIt() throws IOException {
        QemuSettings other = settings("user = \"libvirt-qemu\"");
        assertThat(files.userfaultfd(other)).isFalse();
        assertThat(files.userfaultfd(settings("user = \"root\""))).isTrue();
        write("proc/sys/vm/unprivileged_userfaultfd", "1\n");
        assertThat(files.userfaultfd(other)).isTrue();
    }

    @Test
    void aDeviceThatEverybodyMayOpenDoesAsWell() throws IOException {
        write("dev/userfaultfd", "");
        Files.setPosixFilePermissions(root.resolve("dev/userfaultfd"), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(files.userfaultfd(settings("user = \"libvirt-qemu\""))).isTrue();
    }

    @Test
    void hugepagesAreCountedBySize() throws IOException {
        write("sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "100\n");
        write("sys/kernel/mm/hugepages/hugepages-1048576kB/free_hugepages", "2\n");
        Hugepages pages = files.hugepages();
        assertThat(pages).isEqualTo(new Hugepages(Map.of(2048L, 100L, 1_048_576L, 2L), 2048));
        assertThat(pages.freeMiB(2048)).isEqualTo(200);
        assertThat(pages.freeMiB(1_048_576)).isEqualTo(2048);
        assertThat(pages.freeMiB(4)).isZero();
    }

    @Test
    void aKernelWithoutHugepagesHasNone() throws IOException {
        write("proc/meminfo", "MemTotal: 1 kB\n");
        assertThat(files.hugepages()).isEqualTo(new Hugepages(Map.of(), 0));
    }

    @Test
    void interfacesAreThoseOfTheAgentsOwnNetwork() throws IOException {
        write("proc/net/dev", """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo
                    lo:    5276      46    0    0    0     0          0         0     5276      46    0    0    0
                br-vms:       0       0    0    0    0     0          0         0        0       0    0    0    0
                """);
        assertThat(files.interfaces()).containsExactlyInAnyOrder("lo", "br-vms");
    }

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        write("usr/share/OVMF/OVMF_CODE.fd", "");
        assertThat(files.unreadable(List.of("/usr/share/OVMF/OVMF_CODE.fd", "/boot/vmlinuz", "relative")))
                .containsExactly("/boot/vmlinuz", "relative");
    }
}
