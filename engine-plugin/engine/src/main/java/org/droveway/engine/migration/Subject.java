package org.droveway.engine.migration;

import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.inventory.Vm;

/** The VM that is to move, with the scopes that it is in. */
record Subject(Vm vm, Host source, DataCenter datacenter) {

    static Subject of(String nameOrId, InventorySnapshot snapshot) {
        Vm vm = snapshot.vm(nameOrId);
        Host source = snapshot.host(vm.host()).orElseThrow(() -> new UnknownObjectException("host", vm.host()));
        DataCenter datacenter = snapshot.datacenterOf(source.cluster())
                .orElseThrow(() -> new UnknownObjectException("cluster", source.cluster()));
        return new Subject(vm, source, datacenter);
    }

    String cluster() {
        return source.cluster();
    }
}
