package org.droveway.cli.engine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything decided before a migration starts.
 *
 * @param mtu in bytes
 * @param agreed the parameters that both hosts settled; null before a negotiation answered
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
        @Nullable String libvirtCall,
        @Nullable Parameters agreed) {

    /**
     * What the migration is run with; absent is what QEMU does by itself. Of what the hosts agreed on, {@code bandwidthMiBs} is for each
     * stream.
     *
     * @param bandwidthMiBs MiB/s
     * @param streamBandwidthMiBs MiB/s for the memory and for each disk
     * @param maxDowntimeMs ms
     * @param tlsDestination the name that the source checks
     * @param other what a newer engine adds
     */
    public record Parameters(
            @Nullable Long bandwidthMiBs,
            @Nullable Long streamBandwidthMiBs,
            @Nullable Integer maxDowntimeMs,
            @Nullable String tlsDestination,
            List<String> disks,
            @Nullable Integer parallelConnections,
            @Nullable String compression,
            @Nullable String handover,
            @Nullable String convergence,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {}

    /** One decision and why it was taken. */
    public record Decision(
            String subject,
            @Nullable String value,
            @Nullable String reason) {}

    /** A host that was considered as destination; not accepted: with every reason. */
    public record Candidate(
            String host, boolean accepted, @Nullable Double weight, List<Refusal> refusals) {}
}
