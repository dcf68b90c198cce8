package org.droveway.engine.platform.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventoryChange;
import org.droveway.engine.inventory.InventoryChanges;
import org.droveway.engine.inventory.InventoryListener;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.VmReport;
import org.jspecify.annotations.Nullable;

/** Hosts and their VMs in a map. */
public final class MemoryInventory implements Inventory {
    private static final Logger LOG = System.getLogger(MemoryInventory.class.getName());
    private static final Comparator<Vm> BY_HOST_AND_NAME =
            Comparator.comparing(Vm::host).thenComparing(Vm::name).thenComparing(Vm::id);

    private final Map<String, HostStatus> hosts = new TreeMap<>();
    private final List<InventoryListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public synchronized List<HostStatus> hosts() {
        return List.copyOf(hosts.values());
    }

    @Override
    public synchronized List<Vm> vms() {
        return hosts.values().stream()
                .flatMap(host -> InventoryChanges.vmsOf(host).stream())
                .sorted(BY_HOST_AND_NAME)
                .toList();
    }

    @Override
    public Subscription subscribe(InventoryListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The host of this name. */
    public synchronized Optional<HostStatus> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    /** The host is there, up, and says this. */
    public void report(HostReport report) {
        replace(
                report.host(),
                new HostStatus(report.host(), HostState.UP, report, Instant.now(), SampleHost.CAPABILITIES));
    }

    /** The host falls silent. */
    public void lose(String name) {
        host(name)
                .ifPresent(host -> replace(
                        name,
                        new HostStatus(name, HostState.DOWN, host.report(), host.lastSeen(), host.capabilities())));
    }

    /** The host leaves. */
    public void remove(String name) {
        replace(name, null);
    }

    /** The host gets this VM, in place of one with the same id. */
    void place(String host, VmReport vm) {
        changeVms(host, vms -> {
            List<VmReport> changed = new ArrayList<>(without(vms, vm.id()));
            changed.add(vm);
            return changed;
        });
    }

    /** The host no longer has the VM. */
    void take(String host, UUID vm) {
        changeVms(host, vms -> without(vms, vm));
    }

    private static List<VmReport> without(List<VmReport> vms, UUID id) {
        return vms.stream().filter(vm -> !vm.id().equals(id)).toList();
    }

    private void changeVms(String name, UnaryOperator<List<VmReport>> change) {
        HostStatus status = host(name).orElseThrow();
        HostReport old = status.report();
        if (old != null) {
            HostReport now = withVms(old, change.apply(old.vms()));
            replace(name, new HostStatus(name, status.state(), now, status.lastSeen(), status.capabilities()));
        }
    }

    private static HostReport withVms(HostReport old, List<VmReport> vms) {
        return new HostReport(
                old.host(),
                old.at(),
                old.mode(),
                old.firewall(),
                old.portPool(),
                old.managementAddress(),
                old.peerPort(),
                old.agentVersion(),
                old.libvirtVersion(),
                old.qemuVersion(),
                old.memoryTotalMiB(),
                old.memoryFreeMiB(),
                old.cpus(),
                old.nics(),
                vms,
                old.certificates());
    }

    private void replace(String name, @Nullable HostStatus now) {
        HostStatus before;
        synchronized (this) {
            before = now == null ? hosts.remove(name) : hosts.put(name, now);
        }
        InventoryChanges.between(before, now).forEach(this::tell);
    }

    private void tell(InventoryChange change) {
        for (InventoryListener listener : listeners) {
            try {
                listener.changed(change);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener failed on " + change, e);
            }
        }
    }
}
