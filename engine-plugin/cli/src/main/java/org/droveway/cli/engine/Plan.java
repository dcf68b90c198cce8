package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything decided before a migration starts.
 *
 * @param mtu in bytes
 * @param libvirtCall what libvirt is told, word for word; null before a negotiation answered
 */
public record Plan(
        @Nullable String vm,
        @Nullable String vmId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String network,
        @Nullable String cidr,
        @Nullable String type,
        @Nullable String transport,
        boolean managementNetwork,
        @Nullable String sourceAddress,
        @Nullable String destinationAddress,
        @Nullable String sourceNic,
        @Nullable String destinationNic,
        @Nullable Integer mtu,
        @Nullable Integer ports,
        @Nullable Long policyVersion,
        @Nullable Parameters parameters,
        List<Decision> decisions,
        List<Candidate> candidates,
        @Nullable String libvirtCall) {

    /** What the migration is to be run with: MiB/s, ms, and the name that the source checks. */
    public record Parameters(
            @Nullable Long bandwidthMiBs,
            @Nullable Integer maxDowntimeMs,
            @Nullable String tlsDestination) {}

    /** One decision and why it was taken. */
    public record Decision(
            String subject,
            @Nullable String value,
            @Nullable String reason) {}

    /** A host that was considered as destination; not accepted: with every reason. */
    public record Candidate(
            String host, boolean accepted, @Nullable Double weight, List<Refusal> refusals) {}
}
