package org.droveway.engine.inventory;

import java.util.Map;
import java.util.UUID;

/** What the scopes say, but for the security of data centers, which their migration policy says. */
public record PolicyStatements(
        Map<String, StatedPolicy> datacenters, Map<String, StatedPolicy> clusters, Map<UUID, StatedPolicy> vms) {
    /** No scope says anything. */
    public static final PolicyStatements NONE = new PolicyStatements(Map.of(), Map.of(), Map.of());

    public PolicyStatements {
        datacenters = Map.copyOf(datacenters);
        clusters = Map.copyOf(clusters);
        vms = Map.copyOf(vms);
    }

    /** What the data center says beside its migration policy. */
    public StatedPolicy ofDataCenter(String name) {
        return datacenters.getOrDefault(name, StatedPolicy.NEVER);
    }

    /** What the cluster says. */
    public StatedPolicy ofCluster(String name) {
        return clusters.getOrDefault(name, StatedPolicy.NEVER);
    }

    /** What is said of the VM. */
    public StatedPolicy ofVm(UUID id) {
        return vms.getOrDefault(id, StatedPolicy.NEVER);
    }
}
