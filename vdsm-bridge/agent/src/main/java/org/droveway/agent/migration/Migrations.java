package org.droveway.agent.migration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.identity.MigrationTls;
import org.droveway.agent.journal.Step;
import org.droveway.agent.lease.LeaseExpiry;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.agent.link.CommandHandler;
import org.droveway.agent.path.PathCheck;
import org.droveway.agent.peer.PeerListener;
import org.droveway.agent.relay.RelaySocket;
import org.droveway.agent.store.RecordStore;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** Both sides of migrations on this host, wired. Nothing happens before {@link #begin}. */
public final class Migrations implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    private static final long SWEEP_SECONDS = 5;

    private final AgentConfig config;
    private final MigrationSurroundings around;
    private final ExecutorService executor;
    private final ScheduledExecutorService timers;
    private final DestinationSessions sessions;
    private final DestinationService destination;
    private final SourceService source;
    private final Expiry expiry;
    private @Nullable PeerListener listener;
    private Hypervisor.@Nullable Subscription lifecycles;

    /**
     * Reads the records of the last run.
     *
     * @param executor gives every blocking task a thread of its own, without bound or queue
     * @param timers two threads at least, for short tasks
     */
    public Migrations(
            AgentConfig config,
            MigrationSurroundings around,
            ExecutorService executor,
            ScheduledExecutorService timers) {
        this.config = config;
        this.around = around;
        this.executor = executor;
        this.timers = timers;
        this.sessions = new DestinationSessions(
                new RecordStore<>(config.stateDirectory().resolve("migrations/in"), DestinationRecord.class));
        this.destination = new DestinationService(destinationParts(), sessions, this::audit);
        SourceParts parts = sourceParts();
        this.source = new SourceService(
                parts,
                new SourceNegotiation(
                        parts,
                        new SourceReasons(parts, around.survey(), around.firewall(), around.redemptions()),
                        around.survey(),
                        around.redemptions()));
        this.expiry = new Expiry(around.hypervisor(), sessions, new IncomingVm(around.hypervisor(), around.clock()));
    }

    /** For the link. */
    public CommandHandler commands() {
        return source;
    }

    /** For the leases. */
    public LeaseExpiry expiry() {
        return expiry;
    }

    /** Listens for peers, then settles what the last run left. */
    public void begin() throws IOException {
        RelaySocket.removeLeftOvers(config.runDirectory().resolve("relay"));
        listener = PeerListener.listen(
                around.identity(),
                new InetSocketAddress(config.managementAddress(), config.peerPort()),
                destination,
                executor);
        lifecycles = around.hypervisor().onLifecycle(this::hear);
        DestinationSweep sweep = new DestinationSweep(around.hypervisor(), around.leases(), sessions, config.host());
        var unused = timers.scheduleWithFixedDelay(
                () -> executor.execute(sweep::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        executor.execute(around.survey()::prepare);
        source.recover();
    }

    /** On libvirt's thread, which must not wait for a session. */
    private void hear(LifecycleEvent event) {
        if (event.kind() == LifecycleEvent.Kind.RESUMED && event.byMigration()) {
            executor.execute(() -> sessions.ran(event.vm(), event.at()));
        }
    }

    @Override
    public void close() throws IOException {
        if (lifecycles != null) {
            lifecycles.close();
        }
        if (listener != null) {
            listener.close();
        }
    }

    /** An event of the migration, so that the engine's records have it. */
    private void audit(Permit permit, List<Refusal> refusals) {
        LOG.log(System.Logger.Level.WARNING, "migration " + permit.migration() + ": " + refusals);
        around.events()
                .publish(new Step(
                        permit.migration(),
                        around.clock().instant(),
                        MigrationState.COPYING,
                        null,
                        refusals.get(0).code() + ": " + refusals.get(0).found(),
                        refusals,
                        List.of()));
    }

    private SourceParts sourceParts() {
        return new SourceParts(
                around.identity(),
                around.hypervisor(),
                around.images(),
                around.guests(),
                around.events(),
                around.observer(),
                new RecordStore<>(config.stateDirectory().resolve("migrations/out"), SourceRecord.class),
                config.runDirectory().resolve("relay"),
                new PathCheck(around.routes(), around.interfaces(), migrationTls(), around.clock()),
                around.interfaces(),
                around.routes(),
                around.clock(),
                executor);
    }

    private MigrationTls migrationTls() {
        return new MigrationTls(config.migrationPki());
    }

    private DestinationParts destinationParts() {
        return new DestinationParts(
                around.identity(),
                around.hypervisor(),
                around.images(),
                around.leases(),
                around.redemptions(),
                around.observer(),
                new RecordStore<>(config.stateDirectory().resolve("migrations/in"), DestinationRecord.class),
                new DestinationFacts(
                        around.identity(),
                        around.hypervisor(),
                        around.leases(),
                        around.firewall(),
                        around.interfaces(),
                        around.routes(),
                        config.portPool(),
                        around.clock()),
                new TargetPlaces(config.diskDirectory()),
                around.survey(),
                config.libvirtSocket(),
                config.libvirtUri(),
                migrationTls(),
                around.clock(),
                executor,
                timers);
    }
}
