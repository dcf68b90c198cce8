package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against libvirt's own test driver, which needs no daemon: each connection to a file is a host of its own. */
class TestLibvirtHypervisor {
    private static final String HOST = """
            <node>
              <domain type='test'>
                <name>test</name>
                <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
                <memory unit='MiB'>512</memory>
                <vcpu>2</vcpu>
                <os><type arch='i686'>hvm</type></os>
              </domain>
            </node>
            """;

    @TempDir
    private Path folder;

    private LibvirtHypervisor hypervisor;

    @BeforeEach
    void open() throws IOException {
        Path host = folder.resolve("host.xml");
        Files.writeString(host, HOST);
        hypervisor = new LibvirtHypervisor("test://" + host, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        hypervisor.close();
    }

    private UUID vm() throws HypervisorException {
        return hypervisor.named("test").orElseThrow();
    }

    @Test
    void listsVms() throws HypervisorException {
        assertThat(hypervisor.vms()).singleElement().satisfies(vm -> {
            assertThat(vm.name()).isEqualTo("test");
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            assertThat(vm.memoryMiB()).isEqualTo(512);
            assertThat(vm.vcpus()).isEqualTo(2);
        });
    }

    @Test
    void saysItsVersion() throws HypervisorException {
        assertThat(hypervisor.versions().libvirt()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void knowsStateAndReason() throws HypervisorException {
        assertThat(hypervisor.status(vm()).running()).isTrue();
    }

    @Test
    void anUnknownVmIsAbsent() throws HypervisorException {
        assertThat(hypervisor.status(UUID.randomUUID())).isEqualTo(DomainStatus.ABSENT);
        assertThat(hypervisor.named("nobody")).isEmpty();
    }

    @Test
    void destroyedIsOff() throws HypervisorException {
        UUID vm = vm();
        hypervisor.destroy(vm);
        assertThat(hypervisor.status(vm).state()).isEqualTo(DomainStatus.State.OFF);
        assertThat(hypervisor.vms()).extracting(VmReport::state).containsExactly(VmState.OFF);
    }

    @Test
    void aDefinedVmIsPersistent() throws HypervisorException {
        assertThat(hypervisor.persistent(vm())).isTrue();
    }

    @Test
    void resumingWhatRunsIsRefusedByLibvirt() {
        assertThatThrownBy(() -> hypervisor.resume(vm()))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        e -> assertThat(e.kind()).isEqualTo(HypervisorException.Kind.REFUSED));
    }

    @Test
    void migratingAnUnknownVmIsNoDomain() {
        MigrateCall call = new MigrateCall(
                UUID.randomUUID(),
                "vm9",
                "qemu+unix:///system?socket=/nowhere",
                java.util.List.of(new MigrateParameter("migrate_uri", "tcp://192.0.2.1:1")),
                java.util.Set.of(MigrateFlag.LIVE));
        assertThatThrownBy(() -> hypervisor.migrate(call))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        e -> assertThat(e.kind()).isEqualTo(HypervisorException.Kind.NO_DOMAIN));
    }

    @Test
    void emulatedCpusFitEverywhere() throws HypervisorException {
        DomainDescription vm = DomainDescription.parse(
                "<domain type='qemu'><name>a</name><uuid>" + UUID.randomUUID()
                        + "</uuid><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>qemu64</model></cpu></domain>");
        assertThat(hypervisor.compareCpu(vm).compatible()).isTrue();
    }

    @Test
    void aCpuThatLibvirtCannotCompareIsNotTaken() throws HypervisorException {
        DomainDescription vm = DomainDescription.parse(
                "<domain type='kvm'><name>a</name><uuid>" + UUID.randomUUID()
                        + "</uuid><os><type arch='x86_64' machine='pc'>hvm</type></os><cpu><model>qemu64</model></cpu></domain>");
        CpuMatch match = hypervisor.compareCpu(vm);
        assertThat(match.compatible()).isFalse();
        assertThat(match.found()).isNotBlank();
    }

    @Test
    void hearsWhatHappensToVms() throws HypervisorException {
        Queue<LifecycleEvent> heard = new ConcurrentLinkedQueue<>();
        UUID vm = vm();
        try (Hypervisor.Subscription subscription = hypervisor.onLifecycle(heard::add)) {
            assertThat(subscription).isNotNull();
            hypervisor.destroy(vm);
            await().until(() -> heard.stream()
                    .anyMatch(event -> event.vm().equals(vm) && event.kind() == LifecycleEvent.Kind.STOPPED));
        }
    }

    @Test
    void aDaemonThatIsNotThereIsUnreachable() {
        LibvirtHypervisor nobody =
                new LibvirtHypervisor("qemu+unix:///system?socket=/does/not/exist", Clock.systemUTC());
        assertThatThrownBy(nobody::vms)
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        e -> assertThat(e.kind()).isEqualTo(HypervisorException.Kind.UNREACHABLE));
    }

    @Test
    void theInventoryKeepsWhatLibvirtSaid() throws HypervisorException {
        try (LibvirtInventory inventory =
                new LibvirtInventory(hypervisor, Executors.newSingleThreadScheduledExecutor())) {
            assertThat(inventory.vms()).extracting(VmReport::name).containsExactly("test");
            assertThat(inventory.libvirtVersion()).isPresent();
            hypervisor.destroy(vm());
            await().until(() -> inventory.vms().get(0).state() == VmState.OFF);
        }
    }

    @Test
    void anInventoryWithoutLibvirtIsEmpty() {
        LibvirtHypervisor nobody =
                new LibvirtHypervisor("qemu+unix:///system?socket=/does/not/exist", Clock.systemUTC());
        try (LibvirtInventory inventory = new LibvirtInventory(nobody, Executors.newSingleThreadScheduledExecutor())) {
            assertThat(inventory.vms()).isEmpty();
            assertThat(inventory.libvirtVersion()).isEmpty();
        }
    }
}
