package org.droveway.engine.api.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.api.view.ClusterView;
import org.droveway.engine.api.view.DataCenterView;
import org.droveway.engine.api.view.HostView;
import org.droveway.engine.api.view.MigrationView;
import org.droveway.engine.api.view.NetworkView;
import org.droveway.engine.api.view.VmView;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.service.ProgressBoard;
import org.droveway.engine.migration.service.SnapshotReader;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.Json;
import org.droveway.protocol.MigrationState;

/** Says what objects are now, as their GET would. */
@ApplicationScoped
class Contents {
    /** How many migrations a stream begins with, newest first. */
    private static final int MIGRATIONS = 100;

    /** What a removed object leaves. */
    record Removed(String kind, String name) {}

    @Inject
    SnapshotReader snapshots;

    @Inject
    MigrationStore migrations;

    @Inject
    ProgressBoard progress;

    /** An event for each object there is. */
    List<StreamEvent> everything() {
        InventorySnapshot snapshot = snapshots.read();
        List<Subject> subjects = new ArrayList<>();
        snapshot.datacenters().forEach(d -> subjects.add(new Subject(Kind.DATACENTER, d.name())));
        snapshot.clusters().forEach(c -> subjects.add(new Subject(Kind.CLUSTER, c.name())));
        snapshot.networks().forEach(n -> subjects.add(new Subject(Kind.NETWORK, n.name())));
        snapshot.hosts().forEach(h -> subjects.add(new Subject(Kind.HOST, h.name())));
        snapshot.vms().stream().map(Vm::id).distinct().forEach(id -> subjects.add(new Subject(Kind.VM, id.toString())));
        List<StreamEvent> events = new ArrayList<>(events(subjects, snapshot));
        migrations.list(new MigrationStore.Filter(null, null, MIGRATIONS)).stream()
                .map(this::view)
                .forEach(view -> events.add(event(new Subject(Kind.MIGRATION, ""), view)));
        return events;
    }

    /** An event for each of these objects; of one that is gone, that it is. */
    List<StreamEvent> of(Collection<Subject> subjects) {
        InventorySnapshot snapshot = snapshots.read();
        Set<Subject> all = new LinkedHashSet<>(subjects);
        subjects.forEach(subject -> all.addAll(dependent(subject, snapshot)));
        return events(all, snapshot);
    }

    /** What looks different because the subject does: a host's migration address, a VM's running migration. */
    private List<Subject> dependent(Subject subject, InventorySnapshot snapshot) {
        return switch (subject.kind()) {
            case HOST, VM -> List.of();
            case DATACENTER, CLUSTER, NETWORK ->
                snapshot.hosts().stream()
                        .map(host -> new Subject(Kind.HOST, host.name()))
                        .toList();
            case MIGRATION ->
                migrations.find(UUID.fromString(subject.name())).stream()
                        .filter(m -> m.state().isEnd() || m.state() == MigrationState.PLANNED)
                        .map(m -> new Subject(Kind.VM, m.plan().vmId().toString()))
                        .toList();
        };
    }

    private List<StreamEvent> events(Collection<Subject> subjects, InventorySnapshot snapshot) {
        return subjects.stream()
                .map(subject -> view(subject, snapshot)
                        .map(view -> event(subject, view))
                        .orElseGet(() -> new StreamEvent("removed", json(new Removed(subject.word(), subject.name())))))
                .toList();
    }

    private Optional<Object> view(Subject subject, InventorySnapshot snapshot) {
        String name = subject.name();
        return switch (subject.kind()) {
            case DATACENTER -> snapshot.datacenter(name).map(d -> DataCenterView.of(d, snapshot));
            case CLUSTER -> snapshot.cluster(name).map(c -> ClusterView.of(c, snapshot));
            case NETWORK -> snapshot.network(name).map(n -> NetworkView.of(n, snapshot));
            case HOST -> snapshot.host(name).map(h -> HostView.of(h, snapshot));
            case VM ->
                snapshot.vmsNamed(name).isEmpty()
                        ? Optional.empty()
                        : Optional.of(VmView.of(snapshot.vm(name), snapshot));
            case MIGRATION -> migrations.find(UUID.fromString(name)).map(this::view);
        };
    }

    private MigrationView view(Migration migration) {
        return MigrationView.of(migration, progress.of(migration.id()).orElse(null));
    }

    private static StreamEvent event(Subject subject, Object view) {
        return new StreamEvent(subject.word(), json(view));
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot print a " + value.getClass().getName(), e);
        }
    }
}
