package org.droveway.cli.engine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One move of a VM.
 *
 * @param state as the engine names it; a newer engine may know more states than this client
 * @param vmHost where the VM is; null while that is not settled
 */
public record Migration(
        String id,
        String vm,
        @Nullable String vmId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String cluster,
        String state,
        @Nullable String vmHost,
        @Nullable String type,
        @Nullable String transport,
        @Nullable String network,
        boolean managementNetwork,
        @Nullable String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable Plan plan,
        @Nullable Progress progress,
        List<Step> steps,
        List<Observation> observed,
        @Nullable String verdict,
        List<String> verdictReasons,
        List<Refusal> refusals,
        @Nullable String error) {

    private static final Set<String> ENDS = Set.of("COMPLETED", "REFUSED", "CANCELLED", "FAILED", "NEEDS_ATTENTION");

    /** Whether nothing follows the state it is in. */
    public boolean hasEnded() {
        return ENDS.contains(state) || endedAt != null;
    }

    /**
     * How far the copy is; bytes, bytes/s, ms.
     *
     * @param other what a newer engine adds
     */
    public record Progress(
            long elapsedMs,
            long totalBytes,
            long processedBytes,
            long remainingBytes,
            long bytesPerSecond,
            int iteration,
            @Nullable Copy memory,
            @Nullable Copy disks,
            @Nullable Convergence convergence,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> other) {}

    /** How far the copy of the memory, or that of all disks, is; bytes, bytes/s. */
    public record Copy(long totalBytes, long processedBytes, long remainingBytes, long bytesPerSecond) {}

    /**
     * Whether the memory's copy comes to an end; bytes/s, ms.
     *
     * @param outlook too-early, converges or does-not-converge
     * @param predictedMs until the guest can be switched; null: not known, or never
     */
    public record Convergence(
            @Nullable Long dirtyBytesPerSecond,
            int downtimeLimitMs,
            @Nullable Integer throttlePercent,
            String outlook,
            @Nullable Long predictedMs) {}

    /** A state that was reached, and when. */
    public record Step(
            String state, @Nullable Instant at, @Nullable String detail) {}
}
