package org.droveway.agent.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.droveway.agent.host.Hugepages;
import org.droveway.agent.host.TlsFiles;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;

class TestDestinationRows {
    private static final TlsFiles COMPLETE = new TlsFiles("/etc/pki/libvirt-migrate", List.of());
    private static final Hugepages FREE = new Hugepages(Map.of(2048L, 256L, 1_048_576L, 0L), 2048);

    private Optional<String> owner = Optional.empty();
    private List<String> files = List.of();
    private List<String> networks = List.of();
    private Map<Long, Long> hugepages = Map.of();
    private TlsFiles tls = COMPLETE;

    private List<Refusal> refusals() {
        return DestinationRows.refusals(new DestinationView("h2", "vm1", owner, files, networks, hugepages, FREE, tls));
    }

    private void assertRefused(String code, String found) {
        assertThat(refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.object()).isEqualTo("host h2");
            assertThat(refusal.found()).isEqualTo(found);
        });
    }

    @Test
    void aHostThatHasEverythingRefusesNothing() {
        hugepages = Map.of(0L, 512L);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void anotherManagersHostIsRefusedBeforeAnythingElse() {
        owner = Optional.of("Nova, whose unit nova-compute.service is active");
        files = List.of("/boot/vmlinuz");
        assertThat(refusals()).extracting(Refusal::code).containsExactly("VM_OWNED_BY_OTHER", "BOOT_FILE_MISSING");
    }

    @Test
    void missingBootFilesAreNamed() {
        files = List.of("/boot/vmlinuz");
        assertRefused("BOOT_FILE_MISSING", "/boot/vmlinuz cannot be read");
    }

    @Test
    void missingNetworksAreNamed() {
        networks = List.of("no bridge or interface br7");
        assertRefused("HOST_NETWORK_MISSING", "no bridge or interface br7");
    }

    @Test
    void hugepagesAreCountedInTheirSize() {
        hugepages = Map.of(2048L, 513L);
        assertRefused("HUGEPAGES_MISSING", "512 MiB free in hugepages of 2048 KiB, the VM needs 513 MiB");
    }

    @Test
    void hugepagesOfAnotherSizeDoNotHelp() {
        hugepages = Map.of(1_048_576L, 256L);
        assertRefused("HUGEPAGES_MISSING", "0 MiB free in hugepages of 1048576 KiB, the VM needs 256 MiB");
    }

    @Test
    void missingCertificatesAreNamed() {
        tls = new TlsFiles("/etc/pki/other", List.of("server-cert.pem", "server-key.pem"));
        assertRefused(
                "CERTIFICATE_MISSING",
                "libvirt looks for certificates in /etc/pki/other, where server-cert.pem, server-key.pem cannot be read");
    }
}
