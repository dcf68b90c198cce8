package org.droveway.engine.platform.libvirt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.InventoryChange;
import org.droveway.engine.inventory.Vm;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/** What changed between two states of one host. Time and free memory move always and are no change by themselves. */
final class HostDifference {
    private HostDifference() {}

    static List<InventoryChange> between(@Nullable HostStatus before, HostStatus now) {
        List<InventoryChange> changes = new ArrayList<>();
        if (before == null || before.state() != now.state() || differ(before.report(), now.report())) {
            changes.add(new InventoryChange.HostChanged(now));
        }
        Map<UUID, Vm> old = before == null ? Map.of() : byId(before);
        Map<UUID, Vm> current = byId(now);
        current.forEach((id, vm) -> {
            if (!vm.equals(old.get(id))) {
                changes.add(new InventoryChange.VmChanged(vm));
            }
        });
        old.keySet().stream()
                .filter(id -> !current.containsKey(id))
                .forEach(id -> changes.add(new InventoryChange.VmRemoved(now.name(), id)));
        return changes;
    }

    static List<InventoryChange> vmsGone(HostStatus host) {
        return byId(host).keySet().stream()
                .<InventoryChange>map(id -> new InventoryChange.VmRemoved(host.name(), id))
                .toList();
    }

    static boolean differ(@Nullable HostReport before, @Nullable HostReport now) {
        return before == null ? now != null : now == null || !steady(before).equals(steady(now));
    }

    static List<Vm> vmsOf(HostStatus host) {
        HostReport report = host.report();
        return report == null
                ? List.of()
                : report.vms().stream().map(vm -> new Vm(host.name(), vm)).toList();
    }

    /** VMs of a host that is down are not known to be anywhere. */
    private static Map<UUID, Vm> byId(HostStatus host) {
        return host.state() == HostState.UP
                ? vmsOf(host).stream().collect(Collectors.toMap(Vm::id, Function.identity(), (first, second) -> first))
                : Map.of();
    }

    private static HostReport steady(HostReport report) {
        return new HostReport(
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
}
