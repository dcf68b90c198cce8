package org.droveway.engine.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.droveway.protocol.host.VmState;

/** Finds the one VM that a name or UUID means. */
final class VmLookup {
    /** A VM that is defined on a second host, or incoming there, is where it runs. */
    private static final Comparator<Vm> RUNNING_FIRST =
            Comparator.comparing((Vm vm) -> rank(vm.report().state())).thenComparing(Vm::host);

    private VmLookup() {}

    static Vm find(InventorySnapshot snapshot, String nameOrId) {
        List<Vm> reports = snapshot.vmsNamed(nameOrId);
        if (reports.isEmpty()) {
            throw new UnknownObjectException("VM", nameOrId);
        }
        List<Vm> running = reports.stream()
                .filter(v -> v.report().state() == VmState.RUNNING)
                .toList();
        List<Vm> meant = ids(running).size() == 1 ? running : reports;
        if (ids(meant).size() > 1) {
            String each = meant.stream()
                    .map(v -> v.id() + " on host " + v.host())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new UnknownObjectException(
                    "VM", nameOrId, "several VMs are named " + nameOrId + "; use the UUID: " + each);
        }
        return meant.stream().min(RUNNING_FIRST).orElseThrow();
    }

    private static List<UUID> ids(List<Vm> reports) {
        return reports.stream().map(Vm::id).distinct().toList();
    }

    private static int rank(VmState state) {
        return switch (state) {
            case RUNNING -> 0;
            case PAUSED -> 1;
            case UNKNOWN -> 2;
            case OFF -> 3;
        };
    }
}
