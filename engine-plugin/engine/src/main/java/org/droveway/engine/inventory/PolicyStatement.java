package org.droveway.engine.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * What one scope says about migrations; about what is null it says nothing.
 *
 * @param bandwidthMiBs upper bound, MiB/s, from 1
 * @param parallelConnections how many connections carry the memory, 1 to 255
 * @param maxDowntimeMs longest stop of the guest, ms, 1 to 2,000,000
 * @param postCopy whether the guest goes on at the destination before all of its memory is there
 * @param fastHandover whether the destination may go on before the source is proved to have let go
 * @param allowManagementNetwork whether the management network may carry what the migration network does not reach
 * @param transports those that may be used, at least one
 * @param convergence what is done when the guest dirties its memory faster than it is sent
 * @param compression what makes the memory stream smaller
 */
public record PolicyStatement(
        @Nullable Security security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer parallelConnections,
        @Nullable Integer maxDowntimeMs,
        @Nullable Boolean postCopy,
        @Nullable Boolean fastHandover,
        @Nullable Boolean allowManagementNetwork,
        @Nullable Set<Transport> transports,
        @Nullable Convergence convergence,
        @Nullable MemoryCompression compression) {
    /** What a scope says by saying nothing. */
    public static final PolicyStatement NOTHING =
            new PolicyStatement(null, null, null, null, null, null, null, null, null, null);

    private static final int MOST_CONNECTIONS = 255;
    private static final int LONGEST_DOWNTIME_MS = 2_000_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException that names every field out of bounds
     */
    public PolicyStatement {
        List<String> errors = new ArrayList<>();
        if (bandwidthMiBs != null && bandwidthMiBs < 1) {
            errors.add("bandwidthMiBs is " + bandwidthMiBs + ", needed 1 or more");
        }
        checkRange("parallelConnections", parallelConnections, MOST_CONNECTIONS, errors);
        checkRange("maxDowntimeMs", maxDowntimeMs, LONGEST_DOWNTIME_MS, errors);
        if (transports != null && transports.isEmpty()) {
            errors.add("transports is empty, needed one or more of direct, tunnel");
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
        transports = transports == null ? null : Collections.unmodifiableSet(EnumSet.copyOf(transports));
    }

    /** One that says nothing about convergence and compression. */
    public PolicyStatement(
            @Nullable Security security,
            @Nullable Long bandwidthMiBs,
            @Nullable Integer parallelConnections,
            @Nullable Integer maxDowntimeMs,
            @Nullable Boolean postCopy,
            @Nullable Boolean fastHandover,
            @Nullable Boolean allowManagementNetwork,
            @Nullable Set<Transport> transports) {
        this(
                security,
                bandwidthMiBs,
                parallelConnections,
                maxDowntimeMs,
                postCopy,
                fastHandover,
                allowManagementNetwork,
                transports,
                null,
                null);
    }

    private static void checkRange(String name, @Nullable Integer value, int most, List<String> errors) {
        if (value != null && (value < 1 || value > most)) {
            errors.add(name + " is " + value + ", needed 1 to " + most);
        }
    }

    /** Whether nothing is said about anything. */
    @JsonIgnore
    public boolean isSilent() {
        return equals(NOTHING);
    }

    /** The same, but for the security. */
    public PolicyStatement withSecurity(@Nullable Security other) {
        return new PolicyStatement(
                other,
                bandwidthMiBs,
                parallelConnections,
                maxDowntimeMs,
                postCopy,
                fastHandover,
                allowManagementNetwork,
                transports,
                convergence,
                compression);
    }
}
