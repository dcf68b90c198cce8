package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the migration role would come to.
 *
 * @param network over which migrations would go: a logical network's name, or a policy's CIDR; null if over none
 * @param hosts every host of the cluster, by name
 * @param errors why the change is refused, all of them
 * @param warnings what an administrator should know, all of it
 */
public record RolePreview(
        String cluster,
        @Nullable String network,
        List<HostAddress> hosts,
        List<Refusal> errors,
        List<Refusal> warnings) {
    public RolePreview {
        requireNonNull(cluster, "cluster");
        hosts = List.copyOf(hosts);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * The address that a host would use.
     *
     * @param address null if it has none
     * @param mtu of the NIC, bytes; null without an address
     * @param reason why this address, or why none
     */
    public record HostAddress(
            String host,
            @Nullable String address,
            @Nullable String nic,
            @Nullable Integer mtu,
            String reason) {
        public HostAddress {
            requireNonNull(host, "host");
            requireNonNull(reason, "reason");
        }

        static HostAddress of(Endpoint endpoint) {
            return new HostAddress(
                    endpoint.host(), endpoint.address().toString(), endpoint.nic(), endpoint.mtu(), endpoint.reason());
        }

        static HostAddress none(String host, Refusal refusal) {
            return new HostAddress(host, null, null, null, refusal.found());
        }
    }

    /** The same with more errors. */
    public RolePreview withErrors(List<Refusal> more) {
        List<Refusal> all = new ArrayList<>(errors);
        all.addAll(more);
        return new RolePreview(cluster, network, hosts, all, warnings);
    }
}
