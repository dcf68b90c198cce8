package org.droveway.engine.scheduling;

import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** The host has no VM, running or not, with the name or the UUID of the one that is to come. */
final class IdentityFilter {
    private IdentityFilter() {}

    static Optional<Refusal> free(Host host, Placement placement) {
        Vm vm = placement.vm();
        if (host.name().equals(placement.source().name())) {
            return Optional.empty();
        }
        return placement.snapshot().vmsOn(host.name()).stream()
                .filter(other -> other.name().equals(vm.name()) || other.id().equals(vm.id()))
                .findFirst()
                .map(other -> refusal(host, vm, other));
    }

    private static Refusal refusal(Host host, Vm vm, Vm other) {
        return Refusal.of(
                RefusalCode.VM_NAME_OR_UUID_TAKEN,
                "host " + host.name(),
                "it has VM " + other.name() + " (" + other.id() + ", "
                        + Words.of(other.report().state()) + ")",
                "no VM named " + vm.name() + " and none with UUID " + vm.id(),
                "rename or undefine that VM on host " + host.name() + ", or choose another host");
    }
}
