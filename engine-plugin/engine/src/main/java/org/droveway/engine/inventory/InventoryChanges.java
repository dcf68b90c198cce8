package org.droveway.engine.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;

/** What a connector tells its listeners when a host reports anew. */
public final class InventoryChanges {
    private InventoryChanges() {}

    /**
     * The differences between two statuses of the same host. Time and free memory move always and are no difference.
     *
     * @param before null when the host is new
     * @param after null when the host is no longer part of the platform
     */
    public static List<InventoryChange> between(@Nullable HostStatus before, @Nullable HostStatus after) {
        List<InventoryChange> changes = new ArrayList<>();
        if (after != null && isNews(before, after)) {
            changes.add(new InventoryChange.HostChanged(after));
        }
        Map<UUID, Vm> old = byId(vmsOf(before));
        Map<UUID, Vm> now = byId(vmsOf(after));
        now.forEach((id, vm) -> {
            if (!vm.equals(old.get(id))) {
                changes.add(new InventoryChange.VmChanged(vm));
            }
        });
        old.forEach((id, vm) -> {
            if (!now.containsKey(id)) {
                changes.add(new InventoryChange.VmRemoved(vm.host(), id));
            }
        });
        if (before != null && after == null) {
            changes.add(new InventoryChange.HostRemoved(before.name()));
        }
        return changes;
    }

    private static boolean isNews(@Nullable HostStatus before, HostStatus after) {
        return before == null
                || before.state() != after.state()
                || !before.capabilities().equals(after.capabilities())
                || differ(before.report(), after.report());
    }

    /** Whether two reports of the same host differ in more than time and free memory. */
    public static boolean differ(@Nullable HostReport before, @Nullable HostReport after) {
        return !Objects.equals(steady(before), steady(after));
    }

    private static @Nullable HostReport steady(@Nullable HostReport report) {
        return report == null
                ? null
                : new HostReport(
                        report.host(),
                        Instant.EPOCH,
                        report.mode(),
                        report.firewall(),
                        report.portPool(),
                        report.managementAddress(),
                        report.peerPort(),
                        report.agentVersion(),
                        report.libvirtVersion(),
                        report.qemuVersion(),
                        report.memoryTotalMiB(),
                        0,
                        report.cpus(),
                        report.nics(),
                        report.vms(),
                        report.certificates());
    }

    /** The VMs of a host; of one that is down those of its last report, in state unknown. */
    public static List<Vm> vmsOf(@Nullable HostStatus status) {
        if (status == null || status.report() == null) {
            return List.of();
        }
        boolean up = status.state() == HostState.UP;
        return status.report().vms().stream()
                .map(vm -> new Vm(status.name(), up ? vm : unknown(vm)))
                .toList();
    }

    private static VmReport unknown(VmReport vm) {
        return vm.in(VmState.UNKNOWN);
    }

    private static Map<UUID, Vm> byId(Collection<Vm> vms) {
        Map<UUID, Vm> byId = new LinkedHashMap<>();
        vms.forEach(vm -> byId.put(vm.id(), vm));
        return byId;
    }
}
