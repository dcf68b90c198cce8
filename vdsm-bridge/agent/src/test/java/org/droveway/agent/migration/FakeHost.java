package org.droveway.agent.migration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.agent.host.HostFiles;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.journal.Step;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.StoredLeases;
import org.droveway.agent.libvirt.GuestProcess;
import org.droveway.agent.link.EventSink;
import org.droveway.agent.observation.End;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.observation.MigrationWatch;
import org.droveway.agent.observation.Route;
import org.droveway.agent.observation.Seen;
import org.droveway.agent.observation.Way;
import org.droveway.agent.ownership.Ownership;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.agent.qemu.QemuFinding;
import org.droveway.agent.store.RecordStore;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.StreamSecurity;
import org.droveway.protocol.peer.QemuAbilities;
import org.droveway.protocol.permit.Permit;

/** One host: real migrations over real sockets on the loopback, everything else in memory. */
final class FakeHost implements AutoCloseable {
    static final QemuAbilities EVERYTHING = new QemuAbilities(
            "10.1.0",
            Set.of("multifd", "postcopy-ram", "xbzrle", "auto-converge"),
            Set.of("tls-creds"),
            Set.of("zlib", "zstd"),
            true);

    final FakeHypervisor hypervisor;
    final FakeGuest guest = new FakeGuest();
    final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    final List<MigrationProgress> progress = new CopyOnWriteArrayList<>();
    final Set<Pinhole> pinholes = ConcurrentHashMap.newKeySet();
    final StoredLeases leases;
    final AgentConfig config;
    private final Identity identity;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);
    private final Set<UUID> redeemed = new HashSet<>();
    final Migrations migrations;

    FakeHost(Identity identity, Path folder, int peerPort, PortPool pool) throws IOException {
        this(identity, folder, peerPort, pool, new FakeHypervisor());
    }

    /** What lies in the folder is found, as after a kill. */
    FakeHost(Identity identity, Path folder, int peerPort, PortPool pool, FakeHypervisor hypervisor)
            throws IOException {
        this.hypervisor = hypervisor;
        this.identity = identity;
        this.config = new AgentConfig(
                identity.host(),
                URI.create("https://192.0.2.1"),
                folder.resolve("ca.pem"),
                folder.resolve("token"),
                InetAddress.getLoopbackAddress(),
                peerPort,
                pool,
                folder.resolve("state"),
                folder.resolve("run"),
                folder.resolve("pki"),
                "qemu:///system",
                folder.resolve("libvirt-sock"),
                folder.resolve("images"));
        this.leases = new StoredLeases(
                pool, new RecordStore<>(folder.resolve("leases"), Lease.class), firewall(), Clock.systemUTC());
        this.migrations = begin();
    }

    private Migrations begin() throws IOException {
        Migrations begun = new Migrations(
                config,
                new MigrationSurroundings(
                        identity,
                        hypervisor,
                        new FakeImages(),
                        (vm, name) -> Optional.<GuestProcess>of(guest).filter(process -> guest.isKnown()),
                        leases,
                        firewall(),
                        redemptions(),
                        () -> List.of(new Nic("lo", true, 65536, List.of(loopback()))),
                        (destination, from) -> Optional.of(new Route("lo", "127.0.0.1", null, null)),
                        observer(),
                        survey(),
                        sink(),
                        Clock.systemUTC()),
                executor,
                timers);
        begun.begin();
        return begun;
    }

    /** Of a host with files of its own, whose QEMU runs as root. */
    private HostSurvey survey() throws IOException {
        Path root = config.stateDirectory().resolveSibling("root");
        Files.createDirectories(root.resolve("proc/net"));
        Files.createDirectories(root.resolve("etc/libvirt"));
        Files.writeString(root.resolve("proc/net/dev"), "");
        Files.writeString(root.resolve("proc/meminfo"), "");
        Files.writeString(root.resolve("etc/libvirt/qemu.conf"), "user = \"root\"\n");
        return new HostSurvey(
                hypervisor,
                new HostFiles(root),
                new Ownership(root),
                emulator -> new QemuFinding(Optional.of(EVERYTHING), ""),
                Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        migrations.close();
        executor.shutdownNow();
        timers.shutdownNow();
    }

    private static NicAddress loopback() {
        return new NicAddress("127.0.0.1", 8, "host", false, false, false, false);
    }

    private Redemptions redemptions() {
        return new Redemptions() {
            @Override
            public synchronized boolean redeem(Permit permit) {
                return redeemed.add(permit.id());
            }

            @Override
            public synchronized boolean isRedeemed(Permit permit) {
                return redeemed.contains(permit.id());
            }
        };
    }

    private EventSink sink() {
        return new EventSink() {
            @Override
            public MigrationEvent publish(Step step) {
                MigrationEvent event = step.numbered(events.size() + 1L);
                events.add(event);
                return event;
            }

            @Override
            public void progress(MigrationProgress newest) {
                progress.add(newest);
            }
        };
    }

    private static MigrationObserver observer() {
        return (Way way, End end) -> new MigrationWatch() {
            @Override
            public List<ObservedConnection> connections() {
                return seen().connections();
            }

            @Override
            public Seen seen() {
                return new Seen(
                        List.of(new ObservedConnection("127.0.0.1", 1, "127.0.0.1", way.port(), "lo", 1L, 1L)),
                        List.of(),
                        StreamSecurity.PLAIN);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    private Firewall firewall() {
        return new Firewall() {
            @Override
            public void apply(HostMode mode) {
                throw new UnsupportedOperationException("the mode is fixed here");
            }

            @Override
            public HostMode mode() {
                return HostMode.ENFORCE;
            }

            @Override
            public FirewallState state() {
                return FirewallState.SHUT;
            }

            @Override
            public void open(Pinhole pinhole, Duration timeout) {
                pinholes.add(pinhole);
            }

            @Override
            public void shut(Pinhole pinhole) {
                pinholes.remove(pinhole);
            }

            @Override
            public void keepOnly(Collection<Pinhole> wanted) {
                pinholes.retainAll(wanted);
            }

            @Override
            public long accepted(int port) {
                return 1;
            }

            @Override
            public long refused() {
                return 0;
            }

            @Override
            public boolean repair() {
                return false;
            }
        };
    }
}
