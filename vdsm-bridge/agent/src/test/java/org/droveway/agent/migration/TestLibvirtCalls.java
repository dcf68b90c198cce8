package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.libvirt.MigrateFlag;
import org.droveway.agent.libvirt.MigrateParameter;
import org.droveway.protocol.Compression;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.Test;

class TestLibvirtCalls {
    private static final Path SOCKET = Path.of("/run/droveway/relay/00000000-0000-4000-8000-00000000000b.sock");

    static Permit permit(String destination, Security security) {
        return new Permit(
                UUID.fromString("00000000-0000-4000-8000-00000000000a"),
                UUID.fromString("00000000-0000-4000-8000-00000000000b"),
                UUID.fromString("d70e3a1b-0000-4000-8000-000000000001"),
                "vm1",
                "h1",
                "h2",
                "10.62.0.11",
                destination,
                1,
                security,
                "migration",
                false,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static MigrateCall secure() {
        return LibvirtCalls.of(
                permit("10.62.0.12", Security.SECURE),
                new MigrationParameters(Security.SECURE, 100L, null, "h2"),
                SOCKET,
                new Ports(61000, null),
                true);
    }

    @Test
    void isWordForWord() {
        assertThat(secure().text()).isEqualTo("""
                virDomainMigrateToURI3(vm1,
                    dconnuri=qemu+unix:///system?socket=/run/droveway/relay/00000000-0000-4000-8000-00000000000b.sock,
                    migrate_uri=tcp://10.62.0.12:61000,
                    listen_address=10.62.0.12,
                    tls.destination=h2,
                    bandwidth=100,
                    flags=VIR_MIGRATE_LIVE|VIR_MIGRATE_PEER2PEER|VIR_MIGRATE_PERSIST_DEST|VIR_MIGRATE_UNDEFINE_SOURCE|VIR_MIGRATE_PAUSED|VIR_MIGRATE_TLS)""");
    }

    @Test
    void postCopyIsLimitedToo() {
        MigrationParameters parameters = new MigrationParameters(
                Security.INSECURE, 100L, null, null, null, null, null, Handover.FAST, Convergence.POST_COPY);
        MigrateCall call =
                LibvirtCalls.of(permit("10.62.0.12", Security.INSECURE), parameters, SOCKET, Ports.NONE, true);
        assertThat(call.text()).contains("bandwidth=100", "bandwidth.postcopy=100", "VIR_MIGRATE_POSTCOPY");
        assertThat(call.text()).doesNotContain("VIR_MIGRATE_PAUSED", "POSTCOPY_RESUME");
        assertThat(call.with(MigrateFlag.POSTCOPY_RESUME).text()).contains("VIR_MIGRATE_POSTCOPY_RESUME");
    }

    @Test
    void aDryRunHasNoPort() {
        MigrateCall call = LibvirtCalls.of(
                permit("10.62.0.12", Security.SECURE),
                new MigrationParameters(Security.SECURE, null, null, "h2"),
                SOCKET,
                Ports.NONE,
                true);
        assertThat(call.parameters()).contains(new MigrateParameter("migrate_uri", "tcp://10.62.0.12:PORT"));
    }

    @Test
    void insecureHasNeitherTlsNorItsName() {
        MigrateCall call = LibvirtCalls.of(
                permit("10.62.0.12", Security.INSECURE),
                new MigrationParameters(Security.INSECURE, null, null, "h2"),
                SOCKET,
                new Ports(61000, null),
                true);
        assertThat(call.flags()).doesNotContain(MigrateFlag.TLS);
        assertThat(call.parameters()).extracting(MigrateParameter::name).doesNotContain("tls.destination");
    }

    @Test
    void aTransientVmStaysTransient() {
        MigrateCall call = LibvirtCalls.of(
                permit("10.62.0.12", Security.SECURE),
                new MigrationParameters(Security.SECURE, null, null, "h2"),
                SOCKET,
                new Ports(61000, null),
                false);
        assertThat(call.flags())
                .isEqualTo(Set.of(MigrateFlag.LIVE, MigrateFlag.PEER2PEER, MigrateFlag.PAUSED, MigrateFlag.TLS));
    }

    @Test
    void anIpv6AddressIsBracketed() {
        MigrateCall call = LibvirtCalls.of(
                permit("fd00::12", Security.SECURE),
                new MigrationParameters(Security.SECURE, null, null, "h2"),
                SOCKET,
                new Ports(61000, null),
                true);
        assertThat(call.parameters())
                .contains(
                        new MigrateParameter("migrate_uri", "tcp://[fd00::12]:61000"),
                        new MigrateParameter("listen_address", "fd00::12"));
    }

    @Test
    void bandwidthIsOneOfLibvirtsUnsignedLongs() {
        assertThat(secure().parameters()).contains(new MigrateParameter("bandwidth", 100L));
    }

    private static MigrateCall withDisks(MigrationParameters parameters, Ports ports) {
        return LibvirtCalls.of(permit("10.62.0.12", Security.SECURE), parameters, SOCKET, ports, true);
    }

    private static MigrationParameters copying(List<String> disks, Integer connections, Compression compression) {
        return new MigrationParameters(Security.SECURE, null, null, "h2", disks, connections, compression, null, null);
    }

    @Test
    void disksGoToAPortOfTheirOwn() {
        assertThat(withDisks(copying(List.of("vda", "vdc"), null, null), new Ports(61000, 61001))
                        .text())
                .contains("disks_uri=tcp://10.62.0.12:61001,\n    migrate_disks=vda,\n    migrate_disks=vdc,\n    tls")
                .contains("VIR_MIGRATE_NON_SHARED_DISK");
    }

    @Test
    void aDryRunHasNoPortForDisks() {
        assertThat(withDisks(copying(List.of("vda"), null, null), Ports.NONE).text())
                .contains("disks_uri=tcp://10.62.0.12:DISKS_PORT");
    }

    @Test
    void parallelConnectionsAreOneOfLibvirtsInts() {
        MigrateCall call = withDisks(copying(List.of(), 4, null), new Ports(61000, null));
        assertThat(call.parameters()).contains(new MigrateParameter("parallel.connections", 4));
        assertThat(call.flags()).contains(MigrateFlag.PARALLEL);
    }

    @Test
    void compressionIsNamed() {
        MigrateCall call = withDisks(copying(List.of(), null, Compression.XBZRLE), new Ports(61000, null));
        assertThat(call.parameters()).contains(new MigrateParameter("compression", "xbzrle"));
        assertThat(call.flags()).contains(MigrateFlag.COMPRESSED).doesNotContain(MigrateFlag.NON_SHARED_DISK);
    }
}
