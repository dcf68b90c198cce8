package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.address.IpAddress;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;

/** Enrolled hosts. */
@ApplicationScoped
@Transactional
public class Hosts {
    private static final String KIND = "host";

    @Inject
    InventoryRows rows;

    @Inject
    RunningMigrations running;

    /** All, by name. */
    public List<EnrolledHost> list() {
        return rows.all(HostEntity.class, "name").stream()
                .map(HostEntity::toRecord)
                .toList();
    }

    /** The one of this name. */
    public EnrolledHost get(String name) {
        return rows.find(HostEntity.class, KIND, name).toRecord();
    }

    /** The one of this name, if its certificates are of this enrolment. */
    public Optional<EnrolledHost> accepted(String name, UUID identity) {
        HostEntity row = rows.entities.find(HostEntity.class, name);
        return row == null || !row.identity.equals(identity) ? Optional.empty() : Optional.of(row.toRecord());
    }

    /**
     * A host joins. One that enrolled before and was never seen since may do it again: its answer may have been lost.
     *
     * @throws RefusedException if a host of this name is there and was seen
     */
    public EnrolledHost enrol(String name, String cluster, Instant now) {
        ObjectName.check(KIND, name);
        rows.lock(ClusterEntity.class, "cluster", cluster);
        HostEntity row = rows.entities.find(HostEntity.class, name);
        if (row != null && row.lastSeen != null) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.HOST_ENROLLED,
                    KIND + " " + name,
                    "it is enrolled already and was last seen at " + row.lastSeen,
                    "a name that no enrolled host has",
                    "use the certificates it has, or remove the host first")));
        }
        if (row == null) {
            row = new HostEntity();
            row.name = name;
        }
        row.cluster = cluster;
        row.identity = UUID.randomUUID();
        row.enrolledAt = now;
        rows.entities.persist(row);
        rows.changed(Kind.HOST, name);
        rows.changed(Kind.CLUSTER, cluster);
        return row.toRecord();
    }

    /** Which mode the host is to be in from now on. */
    public EnrolledHost setMode(String name, HostMode mode) {
        HostEntity row = rows.lock(HostEntity.class, KIND, name);
        row.mode = mode;
        rows.changed(Kind.HOST, name);
        return row.toRecord();
    }

    /**
     * Settles which address the host uses in the network.
     *
     * @throws InvalidInputException if the address is none, or outside the network
     * @throws RefusedException if it replaces a pin that a running migration uses
     */
    public void pin(String name, String network, String address) {
        HostEntity row = lockWithCluster(name);
        Cidr cidr =
                rows.find(NetworkEntity.class, "network", network).toRecord().cidr();
        IpAddress parsed = parse(address);
        if (!cidr.contains(parsed)) {
            throw new InvalidInputException(
                    "address " + address + " is not in network " + network + "; needed one in " + cidr);
        }
        PinOfHost wanted = new PinOfHost(network, parsed.toString());
        if (row.pins.contains(wanted)) {
            return;
        }
        removePin(row, network);
        row.pins.add(wanted);
        rows.touchPolicy(row.cluster);
        rows.changed(Kind.HOST, name);
    }

    /**
     * Forgets the pin; harmless if there is none.
     *
     * @throws RefusedException if a running migration uses it
     */
    public void unpin(String name, String network) {
        HostEntity row = lockWithCluster(name);
        rows.find(NetworkEntity.class, "network", network);
        if (removePin(row, network)) {
            rows.touchPolicy(row.cluster);
            rows.changed(Kind.HOST, name);
        }
    }

    /** Removes the host: from now on its certificates are worth nothing. */
    public void remove(String name) {
        HostEntity row = rows.lock(HostEntity.class, KIND, name);
        rows.entities.remove(row);
        rows.changed(Kind.HOST, name);
        rows.changed(Kind.CLUSTER, row.cluster);
    }

    /** Keeps a report for the time when the host is down, or the engine starts anew; one of a removed host is dropped. */
    public void remember(HostReport report, Instant now) {
        HostEntity row = rows.entities.find(HostEntity.class, report.host());
        if (row != null) {
            row.report = StoredJson.print(report);
            row.lastSeen = now;
        }
    }

    /** Keeps what the host's agent can; of a removed host nothing is kept. */
    public void remember(String name, Set<String> capabilities) {
        HostEntity row = rows.entities.find(HostEntity.class, name);
        if (row != null) {
            row.setCapabilities(capabilities);
        }
    }

    private HostEntity lockWithCluster(String name) {
        String cluster = rows.find(HostEntity.class, KIND, name).cluster;
        rows.lock(ClusterEntity.class, "cluster", cluster);
        return rows.lock(HostEntity.class, KIND, name);
    }

    private boolean removePin(HostEntity row, String network) {
        List<PinOfHost> pins =
                row.pins.stream().filter(p -> p.network.equals(network)).toList();
        running.requireNone(row.cluster, m -> pins.stream().anyMatch(p -> m.uses(row.name, p.address)));
        return row.pins.removeAll(pins);
    }

    private static IpAddress parse(String address) {
        try {
            return IpAddress.parse(address);
        } catch (AddressSyntaxException e) {
            throw new InvalidInputException("address " + e.getMessage(), e);
        }
    }
}
