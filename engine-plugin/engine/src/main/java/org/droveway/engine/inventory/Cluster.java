package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

/** Hosts between which VMs may move. */
public record Cluster(String name, String datacenter) {
    public Cluster {
        requireNonNull(name, "name");
        requireNonNull(datacenter, "datacenter");
    }
}
