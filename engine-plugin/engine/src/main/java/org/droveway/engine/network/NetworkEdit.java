package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.ClusterNetwork;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Network;

/** Somebody wants to change a network, or a cluster's use of it, apart from its roles. */
public sealed interface NetworkEdit {
    /** How things are once the edit is made. */
    InventorySnapshot applyTo(InventorySnapshot before);

    /** The network gets other values. */
    record Values(Network network) implements NetworkEdit {
        public Values {
            requireNonNull(network, "network");
        }

        @Override
        public InventorySnapshot applyTo(InventorySnapshot before) {
            return before.withNetworks(before.networks().stream()
                    .map(n -> n.name().equals(network.name()) ? network : n)
                    .toList());
        }
    }

    /**
     * The network is attached to the cluster, or its attachment becomes another; roles stay.
     *
     * @param required whether every host of the cluster is expected to have it
     */
    record Attachment(String cluster, String network, boolean required) implements NetworkEdit {
        public Attachment {
            requireNonNull(cluster, "cluster");
            requireNonNull(network, "network");
        }

        @Override
        public InventorySnapshot applyTo(InventorySnapshot before) {
            List<ClusterNetwork> attachments = before.attachments().stream()
                    .filter(a -> !isThis(a))
                    .collect(Collectors.toCollection(ArrayList::new));
            attachments.add(before.attachments().stream()
                    .filter(this::isThis)
                    .findFirst()
                    .map(a -> new ClusterNetwork(cluster, network, a.roles(), required))
                    .orElseGet(() -> new ClusterNetwork(cluster, network, Set.of(), required)));
            return before.withAttachments(attachments);
        }

        private boolean isThis(ClusterNetwork other) {
            return other.cluster().equals(cluster) && other.network().equals(network);
        }
    }
}
