package org.droveway.agent.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.libvirt.CpuMatch;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.droveway.protocol.permit.SignedPermit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestNegotiation {
    private static VmReport vm(UUID id, String name) {
        return new VmReport(id, name, VmState.OFF, 512, 1, List.of(), null, null);
    }

    /** One thing that is wrong, and what it is called. */
    record Wrong(String name, RefusalCode code, Consumer<Sample> change) {
        @Override
        public String toString() {
            return name + ": " + code;
        }
    }

    private static Wrong when(String name, RefusalCode code, Consumer<Sample> change) {
        return new Wrong(name, code, change);
    }

    static Stream<Wrong> protocolAndPermit() {
        return Stream.of(
                when("older peer", RefusalCode.PROTOCOL_VERSION, s -> s.protocolVersion = 0),
                when("newer peer", RefusalCode.PROTOCOL_VERSION, s -> s.protocolVersion = 2),
                when("unknown need", RefusalCode.CAPABILITY_MISSING, s -> s.needs = Set.of("teleport")),
                when("we lack TLS", RefusalCode.CAPABILITY_MISSING, s -> {
                    Set<String> fewer = new TreeSet<>(Capabilities.own());
                    fewer.remove("qemu-tls");
                    s.capabilities = fewer;
                }),
                when("used permit", RefusalCode.PERMIT_REUSED, s -> s.redeemed = true),
                when("expired just now", RefusalCode.PERMIT_EXPIRED, s -> s.expiresAt = Sample.NOW),
                when("expired long ago", RefusalCode.PERMIT_EXPIRED, s -> s.expiresAt = Sample.NOW.minusSeconds(9999)),
                when("issued in the future", RefusalCode.PERMIT_INVALID, s -> {
                    s.issuedAt = Sample.NOW.plusSeconds(61);
                    s.expiresAt = Sample.NOW.plusSeconds(120);
                }),
                when("offered by another host", RefusalCode.PERMIT_FOR_OTHER, s -> s.peer = "h3"),
                when("for another destination", RefusalCode.PERMIT_FOR_OTHER, s -> s.destinationHost = "h3"),
                when("another VM's id", RefusalCode.PERMIT_FOR_OTHER, s -> s.vmId = Sample.OTHER_VM),
                when("another VM's name", RefusalCode.PERMIT_FOR_OTHER, s -> s.vmName = "vm2"),
                when("weaker than permitted", RefusalCode.PERMIT_FOR_OTHER, s -> {
                    s.security = Security.INSECURE;
                }),
                when("two ports", RefusalCode.PERMIT_FOR_OTHER, s -> s.ports = 2));
    }

    static Stream<Wrong> machine() {
        return Stream.of(
                when("the VM is here", RefusalCode.VM_NAME_OR_UUID_TAKEN, s -> s.vms = List.of(vm(Sample.VM, "vm1"))),
                when(
                        "its id is here",
                        RefusalCode.VM_NAME_OR_UUID_TAKEN,
                        s -> s.vms = List.of(vm(Sample.VM, "renamed"))),
                when(
                        "its name is here",
                        RefusalCode.VM_NAME_OR_UUID_TAKEN,
                        s -> s.vms = List.of(vm(Sample.OTHER_VM, "vm1"))),
                when("it is coming", RefusalCode.VM_ALREADY_MIGRATING, s -> s.migrating = Set.of(Sample.VM)),
                when("machine type", RefusalCode.MACHINE_TYPE_UNKNOWN, s -> s.machine = "q35"),
                when(
                        "CPU",
                        RefusalCode.CPU_INCOMPATIBLE,
                        s -> s.cpu = new CpuMatch(false, "missing features: avx512f")),
                when("memory", RefusalCode.NOT_ENOUGH_MEMORY, s -> s.memoryFreeMiB = 511),
                when(
                        "disk not here",
                        RefusalCode.DISK_NOT_REACHABLE,
                        s -> s.disksReachable = Map.of("/dev/shared/vm1", false)),
                when(
                        "disk local",
                        RefusalCode.DISK_NOT_SHARED,
                        s -> s.disk = new VmDisk("vda", "/var/lib/vm1.raw", false)));
    }

    static Stream<Wrong> network() {
        return Stream.of(
                when(
                        "other address",
                        RefusalCode.ADDRESS_NOT_ON_HOST,
                        s -> s.nic = Sample.nic(true, Sample.address("10.62.0.13", false, false))),
                when(
                        "NIC down",
                        RefusalCode.ADDRESS_NOT_ON_HOST,
                        s -> s.nic = Sample.nic(false, Sample.address("10.62.0.12", false, false))),
                when(
                        "address tentative",
                        RefusalCode.ADDRESS_NOT_ON_HOST,
                        s -> s.nic = Sample.nic(true, Sample.address("10.62.0.12", true, false))),
                when(
                        "address failed",
                        RefusalCode.ADDRESS_NOT_ON_HOST,
                        s -> s.nic = Sample.nic(true, Sample.address("10.62.0.12", false, true))),
                when("observing", RefusalCode.HOST_NOT_ENFORCING, s -> s.mode = HostMode.OBSERVE),
                when("pool open", RefusalCode.HOST_NOT_ENFORCING, s -> s.firewall = FirewallState.OPEN),
                when("firewall unknown", RefusalCode.FIREWALL_UNKNOWN, s -> s.firewall = FirewallState.UNKNOWN),
                when("pool full", RefusalCode.NO_FREE_PORT, s -> s.freePorts = 0));
    }

    static Stream<Wrong> certificates() {
        return Stream.of(
                when("none", RefusalCode.CERTIFICATE_MISSING, s -> s.certificate = Optional.empty()),
                when(
                        "expired",
                        RefusalCode.CERTIFICATE_EXPIRED,
                        s -> s.certificate =
                                Optional.of(Sample.certificate("2026-11-01T00:00:00Z", "2026-11-21T12:00:00Z", "h2"))),
                when(
                        "not yet valid",
                        RefusalCode.CERTIFICATE_EXPIRED,
                        s -> s.certificate =
                                Optional.of(Sample.certificate("2026-11-21T12:00:01Z", "2026-11-28T00:00:00Z", "h2"))),
                when(
                        "another's",
                        RefusalCode.CERTIFICATE_UNTRUSTED,
                        s -> s.certificate =
                                Optional.of(Sample.certificate("2026-11-20T00:00:00Z", "2026-11-28T00:00:00Z", "h3"))),
                when("another name is checked", RefusalCode.CERTIFICATE_UNTRUSTED, s -> s.tlsDestination = "h9"));
    }

    @Test
    void whatIsInOrderIsAccepted() {
        assertThat(new Sample().codes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"protocolAndPermit", "machine", "network", "certificates"})
    void oneThingWrongIsOneRefusal(Wrong wrong) {
        Sample sample = new Sample();
        wrong.change().accept(sample);
        assertThat(sample.codes()).containsExactly(wrong.code().name());
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        Sample sample = new Sample();
        Stream.of(machine(), network())
                .flatMap(wrongs -> wrongs)
                .forEach(wrong -> wrong.change().accept(sample));
        sample.expiresAt = Sample.NOW;
        sample.redeemed = true;
        sample.certificate = Optional.empty();
        assertThat(sample.codes())
                .contains(
                        "PERMIT_REUSED",
                        "PERMIT_EXPIRED",
                        "VM_NAME_OR_UUID_TAKEN",
                        "VM_ALREADY_MIGRATING",
                        "MACHINE_TYPE_UNKNOWN",
                        "CPU_INCOMPATIBLE",
                        "NOT_ENOUGH_MEMORY",
                        "DISK_NOT_SHARED",
                        "ADDRESS_NOT_ON_HOST",
                        "NO_FREE_PORT",
                        "CERTIFICATE_MISSING");
    }

    @Test
    void everyRefusalSaysWhatWasFoundNeededAndCanBeDone() {
        Stream.of(protocolAndPermit(), machine(), network(), certificates())
                .flatMap(wrongs -> wrongs)
                .forEach(wrong -> {
                    Sample sample = new Sample();
                    wrong.change().accept(sample);
                    List<Refusal> refusals = Negotiation.refusals(
                            sample.offer(), sample.permit(), sample.peer, sample.redeemed, sample.facts());
                    assertThat(refusals).allSatisfy(refusal -> {
                        assertThat(refusal.object()).isNotBlank();
                        assertThat(refusal.found()).isNotBlank();
                        assertThat(refusal.needed()).isNotBlank();
                        assertThat(refusal.remedy()).isNotBlank();
                    });
                });
    }

    @Test
    void anInsecureMigrationNeedsNoCertificate() {
        Sample sample = new Sample();
        sample.security = Security.INSECURE;
        sample.permitted = Security.INSECURE;
        sample.certificate = Optional.empty();
        assertThat(sample.codes()).isEmpty();
    }

    @Test
    void moreSecurityThanPermittedIsFine() {
        Sample sample = new Sample();
        sample.permitted = Security.INSECURE;
        assertThat(sample.codes()).isEmpty();
    }

    @Test
    void aClockALittleAheadIsTolerated() {
        Sample sample = new Sample();
        sample.issuedAt = Sample.NOW.plusSeconds(60);
        assertThat(sample.codes()).isEmpty();
    }

    @Test
    void assistDoesNotNeedAShutPool() {
        Sample sample = new Sample();
        sample.mode = HostMode.ASSIST;
        sample.firewall = FirewallState.OPEN;
        assertThat(sample.codes()).isEmpty();
    }

    @Test
    void aNetworkDiskNeedsNoPath() {
        Sample sample = new Sample();
        sample.disk = new VmDisk("vda", "rbd:pool/vm1", true);
        sample.disksReachable = Map.of();
        assertThat(sample.codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, ''", "false, DISK_NOT_REACHABLE"})
    void aLocalDiskThatIsOnlyReadMustBeHereToo(boolean here, String code) {
        Sample sample = new Sample();
        sample.disk = new VmDisk("hda", "/iso/a.iso", false, true, "raw", null, null, null);
        sample.disksReachable = Map.of("/iso/a.iso", here);
        assertThat(String.join(" ", sample.codes())).isEqualTo(code);
    }

    @Test
    void exactlyEnoughMemoryIsEnough() {
        Sample sample = new Sample();
        sample.memoryFreeMiB = 512;
        assertThat(sample.codes()).isEmpty();
    }

    @Test
    void aPermitOfTheEngineIsVerified() throws GeneralSecurityException, RefusedException {
        KeyPair engine = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SignedPermit signed = SignedPermit.sign(new Sample().permit(), engine.getPrivate());
        assertThat(Negotiation.verify(signed, engine.getPublic())).isEqualTo(new Sample().permit());
    }

    @Test
    void aPermitOfAnotherIsRefused() throws GeneralSecurityException {
        KeyPair engine = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        SignedPermit signed = SignedPermit.sign(new Sample().permit(), other.getPrivate());
        assertThatThrownBy(() -> Negotiation.verify(signed, engine.getPublic()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusals()).extracting(Refusal::code).containsExactly("PERMIT_INVALID"));
    }
}
