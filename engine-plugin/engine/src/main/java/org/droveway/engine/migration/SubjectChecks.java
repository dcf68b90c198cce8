package org.droveway.engine.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.scheduling.CapabilityFilter;
import org.droveway.engine.scheduling.CertificateFilter;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.VmState;

/** What speaks against moving this VM at all, wherever to. */
final class SubjectChecks {
    private final Vm vm;
    private final Host source;
    private final InventorySnapshot snapshot;
    private final List<Refusal> refusals = new ArrayList<>();

    private SubjectChecks(Subject subject, InventorySnapshot snapshot) {
        this.vm = subject.vm();
        this.source = subject.source();
        this.snapshot = snapshot;
    }

    static List<Refusal> of(Subject subject, InventorySnapshot snapshot, WantedParameters wanted, Instant now) {
        SubjectChecks checks = new SubjectChecks(subject, snapshot);
        checks.running();
        checks.runningOnce();
        checks.ours();
        checks.notMigrating();
        checks.sourceTakesPart(wanted.needs());
        if (wanted.policy().type() == Security.SECURE) {
            CertificateFilter.expired(checks.source, now).ifPresent(checks.refusals::add);
        }
        return checks.refusals;
    }

    private void running() {
        VmState state = vm.report().state();
        if (state != VmState.RUNNING) {
            add(RefusalCode.VM_NOT_RUNNING, "it is " + Words.of(state), "a running VM", "start or resume the VM first");
        }
    }

    private void runningOnce() {
        List<String> others = snapshot.vms().stream()
                .filter(v -> v.id().equals(vm.id()) && v.report().state() == VmState.RUNNING)
                .map(Vm::host)
                .filter(host -> !host.equals(vm.host()))
                .sorted()
                .toList();
        if (!others.isEmpty() && snapshot.migrationOf(vm.id()).isEmpty()) {
            add(
                    RefusalCode.VM_NAME_OR_UUID_TAKEN,
                    "it runs on host " + vm.host() + " and on host " + String.join(", ", others),
                    "a VM that runs on one host",
                    "stop it at once on all hosts but the one whose disks are right, by hand");
        }
    }

    private void ours() {
        String owner = vm.report().owner();
        if (owner != null) {
            add(
                    RefusalCode.VM_OWNED_BY_OTHER,
                    owner + " owns it",
                    "a VM that no other manager owns",
                    "migrate it with " + owner);
        }
    }

    private void notMigrating() {
        snapshot.migrationOf(vm.id())
                .ifPresent(running -> add(
                        RefusalCode.VM_ALREADY_MIGRATING,
                        "migration " + running.id() + " from " + running.from() + " to " + running.to()
                                + " has not ended",
                        "no running migration of this VM",
                        "wait for it: drovectl migration watch " + running.id() + ", or cancel it"));
    }

    private void sourceTakesPart(Set<String> needs) {
        HostReport report = source.report();
        if (!source.isUp() || report == null) {
            addForSource(
                    RefusalCode.HOST_DOWN,
                    "its agent is not connected",
                    "a connected agent on the host that has the VM",
                    "start the agent on the host, or look at why it cannot reach the engine");
        } else if (report.mode() == HostMode.OBSERVE) {
            addForSource(
                    RefusalCode.HOST_NOT_ENFORCING,
                    "mode observe",
                    "mode assist or enforce to migrate away from it",
                    "drovectl host mode " + source.name() + " enforce");
        }
        if (source.isUp() && report != null) {
            CapabilityFilter.missing(source.name(), source.capabilities(), needs)
                    .ifPresent(refusals::add);
        }
    }

    private void add(RefusalCode code, String found, String needed, String remedy) {
        refusals.add(Refusal.of(code, "VM " + vm.name(), found, needed, remedy));
    }

    private void addForSource(RefusalCode code, String found, String needed, String remedy) {
        refusals.add(Refusal.of(code, "host " + source.name(), found, needed, remedy));
    }
}
