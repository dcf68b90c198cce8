package org.droveway.engine.scheduling;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.inventory.Vm;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.VmReport;

/** The host has the memory that the VM needs, beside what is promised to VMs on their way to it. */
final class MemoryFilter {
    private MemoryFilter() {}

    static Optional<Refusal> fits(Host host, Placement placement) {
        HostReport report = host.report();
        long needed = placement.vm().report().memoryMiB();
        long promised = promised(host, placement.snapshot());
        if (report == null || report.memoryFreeMiB() - promised >= needed) {
            return Optional.empty();
        }
        String found = report.memoryFreeMiB() + " MiB free"
                + (promised > 0 ? ", " + promised + " MiB of it promised to running migrations" : "");
        return Optional.of(Refusal.of(
                RefusalCode.NOT_ENOUGH_MEMORY,
                "host " + host.name(),
                found,
                needed + " MiB for VM " + placement.vm().name(),
                "choose another host, or free memory on this one"));
    }

    /** MiB; how much of it has arrived already is not known, so all of it counts. */
    static long promised(Host host, InventorySnapshot snapshot) {
        return snapshot.migrations().stream()
                .filter(m -> m.to().equals(host.name()))
                .map(RunningMigration::vm)
                .mapToLong(vm -> memoryOf(vm, snapshot))
                .sum();
    }

    private static long memoryOf(UUID vm, InventorySnapshot snapshot) {
        return snapshot.vms().stream()
                .filter(v -> v.id().equals(vm))
                .map(Vm::report)
                .map(VmReport::memoryMiB)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }
}
