package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.protocol.Refusal;

/** Logical networks. */
@ApplicationScoped
@Transactional
public class Networks {
    private static final String KIND = "network";

    @Inject
    InventoryRows rows;

    @Inject
    RunningMigrations running;

    /** All, by name. */
    public List<Network> list() {
        return rows.all(NetworkEntity.class, "name").stream()
                .map(NetworkEntity::toRecord)
                .toList();
    }

    /** The one of this name. */
    public Network get(String name) {
        return rows.find(NetworkEntity.class, KIND, name).toRecord();
    }

    /**
     * A new one, attached to no cluster.
     *
     * @throws InvalidInputException if the CIDR has host bits or is none, or the MTU is out of range
     */
    public Network create(String name, String cidr, int mtu) {
        rows.requireFree(NetworkEntity.class, KIND, name);
        NetworkEntity row = new NetworkEntity();
        row.name = name;
        set(row, values(name, cidr, mtu));
        rows.entities.persist(row);
        rows.changed(Kind.NETWORK, name);
        return row.toRecord();
    }

    /**
     * What a network would be with these values.
     *
     * @throws InvalidInputException as for {@link #create}
     */
    public static Network values(String name, String cidr, int mtu) {
        try {
            return new Network(name, Cidr.parseNetwork(cidr), mtu);
        } catch (AddressSyntaxException e) {
            throw new InvalidInputException("network " + name + ": cidr " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    /** Until the transaction ends nobody else changes the network, or anything in the clusters that have it; as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Network hold(String name) {
        NetworkEntity row = rows.lock(NetworkEntity.class, KIND, name);
        lockClusters(name);
        return row.toRecord();
    }

    /** The running migrations that forbid these values, a reason for each; the caller holds the network. */
    public List<Refusal> obstacles(Network after) {
        return get(after.name()).cidr().equals(after.cidr())
                ? List.of()
                : disturbed(after.name(), attachments(after.name()));
    }

    /**
     * Changes range and MTU.
     *
     * @throws RefusedException if the range would change under a running migration
     */
    public Network change(Network after) {
        String name = after.name();
        NetworkEntity row = rows.lock(NetworkEntity.class, KIND, name);
        List<ClusterNetworkEntity> attachments = lockClusters(name);
        requireNone(obstacles(after));
        set(row, after);
        attachments.forEach(a -> rows.touchPolicy(a.key.cluster));
        rows.changed(Kind.NETWORK, name);
        return row.toRecord();
    }

    /** Removes one that is nowhere the migration network and that no running migration uses; attachments and pins go too. */
    public void remove(String name) {
        NetworkEntity row = rows.lock(NetworkEntity.class, KIND, name);
        List<ClusterNetworkEntity> attachments = lockClusters(name);
        requireNone(disturbed(name, attachments));
        for (ClusterNetworkEntity attachment : attachments) {
            if (attachment.has(NetworkRole.MIGRATION)) {
                throw InventoryRows.inUse(
                        KIND + " " + name,
                        "it has the migration role in cluster " + attachment.key.cluster,
                        "a network without the migration role",
                        "revoke the role first");
            }
        }
        attachments.forEach(rows.entities::remove);
        removePins(name);
        rows.entities.flush();
        rows.entities.remove(row);
        attachments.forEach(a -> rows.touchPolicy(a.key.cluster));
        attachments.forEach(a -> rows.changed(Kind.CLUSTER, a.key.cluster));
        rows.changed(Kind.NETWORK, name);
    }

    /** In the order of their names: of two who do this none waits for the other. */
    private List<ClusterNetworkEntity> lockClusters(String network) {
        List<ClusterNetworkEntity> attachments = attachments(network);
        attachments.forEach(a -> rows.lock(ClusterEntity.class, "cluster", a.key.cluster));
        attachments.forEach(rows.entities::refresh);
        return attachments;
    }

    private List<Refusal> disturbed(String network, List<ClusterNetworkEntity> attachments) {
        return attachments.stream()
                .flatMap(a ->
                        running.refusals(a.key.cluster, m -> a.has(NetworkRole.MIGRATION) || m.uses(network)).stream())
                .toList();
    }

    private static void requireNone(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    private void removePins(String network) {
        List<HostEntity> pinned = rows.entities
                .createQuery(
                        "select distinct h from HostEntity h join h.pins p where p.network = :name", HostEntity.class)
                .setParameter("name", network)
                .getResultList();
        for (HostEntity host : pinned) {
            host.pins.removeIf(p -> p.network.equals(network));
            rows.changed(Kind.HOST, host.name);
        }
    }

    private List<ClusterNetworkEntity> attachments(String network) {
        return rows.entities
                .createQuery(
                        "select a from ClusterNetworkEntity a where a.key.network = :name order by a.key.cluster",
                        ClusterNetworkEntity.class)
                .setParameter("name", network)
                .getResultList();
    }

    private static void set(NetworkEntity row, Network values) {
        row.cidr = values.cidr().toString();
        row.mtu = values.mtu();
    }
}
