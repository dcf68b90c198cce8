package org.droveway.engine.platform.libvirt;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventoryChange;
import org.droveway.engine.inventory.InventoryChanges;
import org.droveway.engine.inventory.InventoryListener;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.inventory.Vm;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/** What the agents last said of their hosts, kept in memory. */
@ApplicationScoped
public class LibvirtInventory implements Inventory {
    private static final Logger LOG = System.getLogger(LibvirtInventory.class.getName());

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
                .sorted(Comparator.comparing(Vm::host).thenComparing(Vm::name).thenComparing(Vm::id))
                .toList();
    }

    @Override
    public Subscription subscribe(InventoryListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A host is part of the platform; harmless if it was. */
    void joined(HostStatus host) {
        synchronized (this) {
            if (hosts.containsKey(host.name())) {
                return;
            }
        }
        put(host);
    }

    /** The host's agent connected; that the host is up its first report says. */
    void greeted(String host, Set<String> capabilities) {
        HostStatus last = status(host);
        put(
                last == null
                        ? new HostStatus(host, HostState.DOWN, null, null, capabilities)
                        : new HostStatus(host, last.state(), last.report(), last.lastSeen(), capabilities));
    }

    /** The host is up, and this is its state; false if no such host joined. */
    boolean reported(HostReport report, Instant now) {
        HostStatus last = status(report.host());
        if (last == null) {
            return false;
        }
        put(new HostStatus(report.host(), HostState.UP, report, now, last.capabilities()));
        return true;
    }

    /** The host is not heard any more; its last report stays. */
    void lost(String host) {
        HostStatus last = status(host);
        if (last != null) {
            put(new HostStatus(host, HostState.DOWN, last.report(), last.lastSeen(), last.capabilities()));
        }
    }

    /** The host is no part of the platform any more. */
    void left(String host) {
        HostStatus before;
        synchronized (this) {
            before = hosts.remove(host);
        }
        if (before != null) {
            InventoryChanges.between(before, null).forEach(this::tell);
        }
    }

    synchronized @Nullable HostStatus status(String host) {
        return hosts.get(host);
    }

    private void put(HostStatus now) {
        HostStatus before;
        synchronized (this) {
            before = hosts.put(now.name(), now);
        }
        InventoryChanges.between(before, now).forEach(this::tell);
    }

    private void tell(InventoryChange change) {
        for (InventoryListener listener : listeners) {
            try {
                listener.changed(change);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a listener failed on " + change, e);
            }
        }
    }
}
