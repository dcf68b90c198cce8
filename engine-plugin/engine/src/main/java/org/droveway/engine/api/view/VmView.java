package org.droveway.engine.api.view;

import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.RunningMigration;
import org.droveway.engine.inventory.Vm;
import org.droveway.protocol.host.VmNic;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;

/**
 * A VM on a host.
 *
 * @param nics null when the platform does not tell
 * @param migration the one that has not ended
 */
public record VmView(
        String name,
        UUID id,
        String host,
        VmState state,
        long memoryMiB,
        int vcpus,
        @Nullable String cluster,
        @Nullable String owner,
        @Nullable List<VmNic> nics,
        @Nullable UUID migration) {
    /** The view of one VM. */
    public static VmView of(Vm vm, InventorySnapshot snapshot) {
        return new VmView(
                vm.name(),
                vm.id(),
                vm.host(),
                vm.report().state(),
                vm.report().memoryMiB(),
                vm.report().vcpus(),
                snapshot.host(vm.host()).map(Host::cluster).orElse(null),
                vm.report().owner(),
                vm.report().nics(),
                snapshot.migrationOf(vm.id()).map(RunningMigration::id).orElse(null));
    }
}
