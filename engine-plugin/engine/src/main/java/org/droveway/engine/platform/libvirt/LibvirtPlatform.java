package org.droveway.engine.platform.libvirt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.droveway.engine.agentlink.AgentLinks;
import org.droveway.engine.agentlink.AgentListener;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.InventoryChanges;
import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.inventory.store.ChangeCommitted;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.migration.store.EventCursors;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;
import org.jspecify.annotations.Nullable;

/** Takes what agents say to the two ports, and keeps the hosts of the platform those that are enrolled. */
@ApplicationScoped
class LibvirtPlatform implements AgentListener {
    private static final Logger LOG = System.getLogger(LibvirtPlatform.class.getName());

    @Inject
    LibvirtInventory inventory;

    @Inject
    LibvirtExecutor executor;

    @Inject
    AgentLinks links;

    @Inject
    Hosts hosts;

    @Inject
    EventCursors cursors;

    @Inject
    Clock clock;

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        hosts.list().forEach(this::join);
    }

    void changed(@Observes ChangeCommitted change) {
        if (change.kind() != ObjectChanged.Kind.HOST) {
            return;
        }
        Optional<EnrolledHost> host = hosts.list().stream()
                .filter(h -> h.name().equals(change.name()))
                .findFirst();
        if (host.isPresent()) {
            join(host.get());
            command(host.get());
        } else {
            links.dismiss(change.name());
            inventory.left(change.name());
        }
    }

    private void join(EnrolledHost host) {
        inventory.joined(
                new HostStatus(host.name(), HostState.DOWN, host.report(), host.lastSeen(), host.capabilities()));
    }

    /** An agent that does not hear it now is told by the welcome. */
    private void command(EnrolledHost host) {
        HostReport report = reportOf(inventory.status(host.name()));
        if (report != null && report.mode() != host.mode() && links.isConnected(host.name())) {
            links.ask(host.name(), request -> new EngineMessage.SetMode(request, host.mode()))
                    .whenComplete((reply, failure) -> {
                        if (failure != null || !reply.refusals().isEmpty()) {
                            LOG.log(
                                    Level.WARNING,
                                    "host {0} does not change its mode to {1}: {2}",
                                    host.name(),
                                    host.mode(),
                                    failure == null ? reply.refusals() : failure.getMessage());
                        }
                    });
        }
    }

    @Override
    public long greeted(String host, Set<String> capabilities, long lastSequence) {
        inventory.greeted(host, capabilities);
        hosts.remember(host, capabilities);
        return cursors.resume(host, lastSequence);
    }

    @Override
    public void reported(HostReport report) {
        HostStatus before = inventory.status(report.host());
        if (inventory.reported(report, clock.instant()) && InventoryChanges.differ(reportOf(before), report)) {
            hosts.remember(report, clock.instant());
        }
    }

    @Override
    public void stepped(String host, MigrationEvent event) {
        executor.stepped(host, event);
    }

    @Override
    public void progressed(String host, MigrationProgress progress) {
        executor.progressed(progress);
    }

    @Override
    public void lost(String host) {
        inventory.lost(host);
    }

    private static @Nullable HostReport reportOf(@Nullable HostStatus status) {
        return status == null ? null : status.report();
    }
}
