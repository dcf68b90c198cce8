package org.droveway.engine.inventory.store;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names an attachment. */
@Embeddable
class ClusterNetworkKey implements Serializable {
    private static final long serialVersionUID = 1L;

    String cluster = "";

    String network = "";

    ClusterNetworkKey() {}

    ClusterNetworkKey(String cluster, String network) {
        this.cluster = cluster;
        this.network = network;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterNetworkKey key && key.cluster.equals(cluster) && key.network.equals(network);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cluster, network);
    }
}
