package org.droveway.agent.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.VmOffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSourceChecks {
    private static final DomainStatus RUNNING = DomainStatus.of(1, 1);
    private static final Optional<CertificateFacts> VALID =
            Optional.of(Sample.certificate("2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z", "h1"));

    private HostMode mode = HostMode.ENFORCE;
    private DomainStatus status = RUNNING;
    private @Nullable String owner;
    private boolean migrating;
    private Optional<Route> route = Optional.of(new Route("mig0", "10.62.0.11", null, null));
    private Optional<CertificateFacts> certificate = VALID;
    private Security security = Security.SECURE;
    private boolean redeemed;
    private final Sample sample = new Sample();

    private List<String> codes() {
        return SourceChecks.refusals(
                        sample.permit(), new MigrationParameters(security, null, null, "h2"), redeemed, facts())
                .stream()
                .map(Refusal::code)
                .toList();
    }

    private SourceFacts facts() {
        return new SourceFacts(
                "h1",
                Sample.NOW,
                mode,
                status,
                owner,
                migrating,
                route,
                List.of(Sample.nic(true, Sample.address("10.62.0.11", false, false))),
                certificate);
    }

    @Test
    void whatIsInOrderMayBeOffered() {
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 5", "4, 0", "5, 1", "6, 0", "7, 0", "0, 0"})
    void onlyARunningVmIsMigrated(int state, int reason) {
        status = DomainStatus.of(state, reason);
        assertThat(codes()).containsExactly("VM_NOT_RUNNING");
    }

    @Test
    void whatThisAgentCannotDoIsRefusedByName() {
        MigrationParameters wanted = new MigrationParameters(
                Security.INSECURE, null, null, null, null, null, null, Handover.FAST, Convergence.POST_COPY);
        assertThat(SourceChecks.refusals(sample.permit(), wanted, false, facts()))
                .extracting(Refusal::found)
                .contains("does not know post-copy");
    }

    @Test
    void aBlockedVmRuns() {
        status = DomainStatus.of(2, 0);
        assertThat(codes()).isEmpty();
    }

    @Test
    void anothersVmIsLeftAlone() {
        owner = "Nova";
        assertThat(codes()).containsExactly("VM_OWNED_BY_OTHER");
    }

    @Test
    void aVmMigratesOnceAtATime() {
        migrating = true;
        assertThat(codes()).containsExactly("VM_ALREADY_MIGRATING");
    }

    @Test
    void theRouteMustLeaveFromThePermitsAddress() {
        route = Optional.of(new Route("mgmt0", "10.61.0.11", null, null));
        assertThat(codes()).containsExactly("SOURCE_ADDRESS_UNEXPECTED");
    }

    @Test
    void noRouteIsRefused() {
        route = Optional.empty();
        assertThat(codes()).containsExactly("SOURCE_ADDRESS_UNEXPECTED");
    }

    @Test
    void anObservingHostDoesNotMigrate() {
        mode = HostMode.OBSERVE;
        assertThat(codes()).containsExactly("HOST_NOT_ENFORCING");
    }

    @Test
    void aSecureSourceNeedsACertificate() {
        certificate = Optional.empty();
        assertThat(codes()).containsExactly("CERTIFICATE_MISSING");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        certificate = Optional.of(Sample.certificate("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "h1"));
        assertThat(codes()).containsExactly("CERTIFICATE_EXPIRED");
    }

    @Test
    void aReusedPermitIsRefused() {
        redeemed = true;
        assertThat(codes()).containsExactly("PERMIT_REUSED");
    }

    @Test
    void weakeningThePermitIsRefused() {
        security = Security.INSECURE;
        assertThat(codes()).containsExactly("PERMIT_FOR_OTHER");
    }

    @Test
    void allReasonsComeTogether() {
        status = DomainStatus.ABSENT;
        migrating = true;
        route = Optional.empty();
        certificate = Optional.empty();
        assertThat(codes())
                .containsExactly(
                        "VM_NOT_RUNNING", "VM_ALREADY_MIGRATING", "SOURCE_ADDRESS_UNEXPECTED", "CERTIFICATE_MISSING");
    }

    private static final String XML = "<domain type='qemu'><name>vm1</name><uuid>" + Sample.VM
            + "</uuid><memory unit='MiB'>512</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>"
            + "<emulator>" + Sample.EMULATOR + "</emulator><disk type='block'><source dev='/dev/shared/vm1'/>"
            + "<target dev='vda'/></disk></devices></domain>";

    private static VmOffer offer(UUID id, String name, long memory, String machine, String emulator, String disk) {
        return new VmOffer(
                id,
                name,
                memory,
                machine,
                emulator,
                "qemu",
                "x86_64",
                null,
                XML,
                List.of(new VmDisk("vda", disk, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "d70e3a1b-0000-4000-8000-000000000001, vm1, 512, pc, /usr/bin/qemu-system-x86_64, /dev/shared/vm1, 0",
        "d70e3a1b-0000-4000-8000-000000000002, vm1, 512, pc, /usr/bin/qemu-system-x86_64, /dev/shared/vm1, 1",
        "d70e3a1b-0000-4000-8000-000000000001, vm2, 512, pc, /usr/bin/qemu-system-x86_64, /dev/shared/vm1, 1",
        "d70e3a1b-0000-4000-8000-000000000001, vm1, 256, pc, /usr/bin/qemu-system-x86_64, /dev/shared/vm1, 1",
        "d70e3a1b-0000-4000-8000-000000000001, vm1, 512, q35, /usr/bin/qemu-system-x86_64, /dev/shared/vm1, 1",
        "d70e3a1b-0000-4000-8000-000000000001, vm1, 512, pc, /bin/sh, /dev/shared/vm1, 1",
        "d70e3a1b-0000-4000-8000-000000000001, vm1, 512, pc, /usr/bin/qemu-system-x86_64, /etc/shadow, 1",
        "d70e3a1b-0000-4000-8000-000000000002, vm2, 1, q35, /bin/sh, /etc/shadow, 6"
    })
    void anOffersWordsMustBeThoseOfItsXml(
            UUID id, String name, long memory, String machine, String emulator, String disk, int differences)
            throws RefusedException {
        VmOffer offer = offer(id, name, memory, machine, emulator, disk);
        assertThat(OfferCheck.refusals(offer, OfferCheck.describe(offer))).hasSize(differences);
    }

    @Test
    void theXmlIsReadOnce() throws RefusedException {
        DomainDescription vm =
                OfferCheck.describe(offer(Sample.VM, "vm1", 512, "pc", Sample.EMULATOR, "/dev/shared/vm1"));
        assertThat(vm.name()).isEqualTo("vm1");
    }
}
