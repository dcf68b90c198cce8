package org.droveway.agent.lease;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.agent.store.RecordStore;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.permit.Permit;

/** Leases as files, one each. */
public final class StoredLeases implements Leases {
    /** Of a lease, unless renewed. */
    static final Duration LIFE = Duration.ofSeconds(30);

    /** The kernel's own time-out is longer, so that a pinhole does not close while what lives behind it is being ended. */
    static final Duration PINHOLE_LIFE = LIFE.multipliedBy(2);

    private final PortPool pool;
    private final RecordStore<Lease> store;
    private final Firewall firewall;
    private final Clock clock;
    private final PortProbe probe;
    private final Map<UUID, Lease> leases = new LinkedHashMap<>();

    /** Reads what is there; {@link LeaseKeeper#recover} decides what of it still counts. */
    public StoredLeases(PortPool pool, RecordStore<Lease> store, Firewall firewall, Clock clock) {
        this(pool, store, firewall, clock, PortProbe::bind);
    }

    StoredLeases(PortPool pool, RecordStore<Lease> store, Firewall firewall, Clock clock, PortProbe probe) {
        this.pool = requireNonNull(pool, "pool");
        this.store = requireNonNull(store, "store");
        this.firewall = requireNonNull(firewall, "firewall");
        this.clock = requireNonNull(clock, "clock");
        this.probe = requireNonNull(probe, "probe");
        leases.putAll(store.all());
        store.damaged().forEach(store::remove);
    }

    @Override
    public synchronized Lease take(Permit permit) {
        Set<Integer> leased = leases.values().stream()
                .flatMap(lease -> lease.ports().stream())
                .collect(Collectors.toSet());
        int[] free = pool.ports()
                .filter(candidate -> !leased.contains(candidate))
                .filter(probe::isFree)
                .limit(permit.ports())
                .toArray();
        if (free.length < permit.ports()) {
            throw new NoFreePortException(free.length + " of the " + permit.ports() + " ports needed of pool " + pool
                    + " are free: " + leased.size() + " are leased, the others in use on this host");
        }
        Instant now = clock.instant();
        LeasedPort disks = free.length > 1 ? new LeasedPort(free[1], null, 0) : null;
        return keep(new Lease(UUID.randomUUID(), permit, free[0], now, now.plus(LIFE), null, null, 0, 0, disks));
    }

    @Override
    public synchronized Lease openPinhole(UUID id) {
        Lease lease = get(id);
        Lease opened = keep(lease.openedAt() == null ? openedFirst(lease) : lease.openedAgain());
        opened.openPorts().forEach(port -> firewall.open(pinhole(opened, port), PINHOLE_LIFE));
        return opened;
    }

    private Lease openedFirst(Lease lease) {
        LeasedPort disks = lease.disks();
        return lease.openedAt(
                clock.instant(),
                firewall.accepted(lease.memoryPort()),
                firewall.refused(),
                disks == null ? 0 : firewall.accepted(disks.port()));
    }

    @Override
    public synchronized Lease shutForNew(UUID id, int port) {
        Lease lease = get(id);
        if (!lease.openPorts().contains(port)) {
            return lease;
        }
        firewall.shut(pinhole(lease, port));
        return keep(lease.shutAt(port, clock.instant()));
    }

    @Override
    public synchronized Lease renew(UUID id) {
        Lease renewed = keep(get(id).until(clock.instant().plus(LIFE)));
        holdPinhole(renewed);
        return renewed;
    }

    @Override
    public synchronized List<PinholeRecord> end(UUID id) {
        Lease lease = leases.get(id);
        if (lease == null) {
            return List.of();
        }
        lease.ports().forEach(port -> firewall.shut(pinhole(lease, port)));
        List<PinholeRecord> records = records(lease);
        store.remove(id);
        leases.remove(id);
        return records;
    }

    @Override
    public synchronized Optional<Lease> find(UUID id) {
        return Optional.ofNullable(leases.get(id));
    }

    @Override
    public synchronized Optional<Lease> ofMigration(UUID migration) {
        return leases.values().stream()
                .filter(lease -> lease.migration().equals(migration))
                .findFirst();
    }

    @Override
    public synchronized List<Lease> all() {
        return List.copyOf(leases.values());
    }

    /** Leases whose time is over. */
    synchronized List<Lease> expired() {
        Instant now = clock.instant();
        return leases.values().stream()
                .filter(lease -> !lease.expiresAt().isAfter(now))
                .toList();
    }

    /** Keeps the kernel's time-out away from pinholes that are open, without renewing the lease. */
    synchronized void holdPinhole(Lease lease) {
        if (leases.containsKey(lease.id())) {
            lease.openPorts().forEach(port -> firewall.open(pinhole(lease, port), PINHOLE_LIFE));
        }
    }

    /** Shuts pinholes that no lease holds open. */
    synchronized void shutOthers() {
        firewall.keepOnly(leases.values().stream()
                .flatMap(lease -> lease.openPorts().stream().map(port -> pinhole(lease, port)))
                .toList());
    }

    private List<PinholeRecord> records(Lease lease) {
        Instant opened = lease.openedAt();
        if (opened == null) {
            return List.of();
        }
        PinholeRecord memory =
                record(lease, opened, new LeasedPort(lease.memoryPort(), lease.shutForNewAt(), lease.acceptedBefore()));
        return lease.disks() == null ? List.of(memory) : List.of(memory, record(lease, opened, lease.disks()));
    }

    private PinholeRecord record(Lease lease, Instant opened, LeasedPort port) {
        return new PinholeRecord(
                lease.permit().sourceAddress(),
                lease.permit().destinationAddress(),
                port.port(),
                opened,
                port.shutForNewAt(),
                clock.instant(),
                since(port.acceptedBefore(), firewall.accepted(port.port())),
                since(lease.refusedBefore(), firewall.refused()));
    }

    /** A count that is lower than before began anew: the machine was restarted or the table removed. */
    private static long since(long before, long now) {
        return now < before ? now : now - before;
    }

    private Lease keep(Lease lease) {
        store.put(lease.id(), lease);
        leases.put(lease.id(), lease);
        return lease;
    }

    private Lease get(UUID id) {
        Lease lease = leases.get(id);
        if (lease == null) {
            throw new UnknownLeaseException(id);
        }
        return lease;
    }

    private static Pinhole pinhole(Lease lease, int port) {
        return new Pinhole(
                literal(lease.permit().sourceAddress()), literal(lease.permit().destinationAddress()), port);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + address + "' in a permit is not an address", e);
        }
    }
}
