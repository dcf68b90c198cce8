package org.droveway.protocol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the source wants and the destination agrees to; the destination needs nothing else (rule 7).
 *
 * @param security whether QEMU's TLS is used for memory and disks
 * @param bandwidthMiBs upper bound for memory and for each disk mirror, MiB/s; null: not limited
 * @param maxDowntimeMs QEMU's downtime limit in ms, 1 to 2,000,000; null: QEMU's default of 300
 * @param tlsDestination name the source checks in the destination's certificate; null only when insecure
 * @param disks targets of the disks that are copied, for example vda; null: none, all of them are shared
 * @param parallelConnections how many connections of QEMU's multifd carry the memory beside the main one, 1 to 255; null: no multifd
 * @param compression null: none
 * @param handover null: strict
 * @param convergence null: keep on
 */
public record MigrationParameters(
        Security security,
        @Nullable Long bandwidthMiBs,
        @Nullable Integer maxDowntimeMs,
        @Nullable String tlsDestination,
        @Nullable List<String> disks,
        @Nullable Integer parallelConnections,
        @Nullable Compression compression,
        @Nullable Handover handover,
        @Nullable Convergence convergence) {
    private static final int MOST_CONNECTIONS = 255;

    /**
     * Checks what no host could do.
     *
     * @throws IllegalArgumentException that names everything out of bounds or in contradiction
     */
    public MigrationParameters {
        requireNonNull(security, "security");
        if (security == Security.SECURE) {
            requireNonNull(tlsDestination, "tlsDestination");
        }
        disks = disks == null || disks.isEmpty() ? null : List.copyOf(disks);
        List<String> errors = new ArrayList<>();
        if (parallelConnections != null && (parallelConnections < 1 || parallelConnections > MOST_CONNECTIONS)) {
            errors.add("parallelConnections is " + parallelConnections + ", needed 1 to 255");
        }
        if (compression != null && (compression == Compression.XBZRLE) != (parallelConnections == null)) {
            errors.add("compression " + compression
                    + (parallelConnections == null ? " needs parallel connections" : " excludes parallel connections"));
        }
        if (convergence == Convergence.POST_COPY && handover != Handover.FAST) {
            errors.add("post-copy excludes the strict handover: libvirt starts the guest at the destination itself");
        }
        if (disks != null && new TreeSet<>(disks).size() != disks.size()) {
            errors.add("disks are " + disks + ", needed each once");
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
    }

    /** No multifd, shared disks, strict handover. */
    public MigrationParameters(
            Security security,
            @Nullable Long bandwidthMiBs,
            @Nullable Integer maxDowntimeMs,
            @Nullable String tlsDestination) {
        this(security, bandwidthMiBs, maxDowntimeMs, tlsDestination, null, null, null, null, null);
    }

    /** Targets of the disks that are copied. */
    public List<String> copiedDisks() {
        return disks == null ? List.of() : disks;
    }

    /** Whether the destination waits for proof that the source let go. */
    public boolean strictHandover() {
        return handover != Handover.FAST;
    }

    /** Whether the guest may go on at the destination before all of its memory is there. */
    public boolean mayPostCopy() {
        return convergence == Convergence.POST_COPY;
    }

    /** How many ports the destination leases: memory, and disks if any are copied. */
    public int ports() {
        return disks == null ? 1 : 2;
    }

    /** {@link Capability Capabilities} that both agents must have for this. */
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>(Set.of(Capability.DIRECT, Capability.NONCE_PROOF, Capability.CONTROL_RELAY));
        need(needs, security == Security.SECURE, Capability.QEMU_TLS);
        need(needs, strictHandover(), Capability.STRICT_HANDOVER);
        need(needs, !strictHandover(), Capability.FAST_HANDOVER);
        need(needs, disks != null, Capability.LOCAL_DISKS);
        need(needs, parallelConnections != null, Capability.MULTIFD);
        need(needs, compression != null, Capability.COMPRESSION);
        need(needs, convergence == Convergence.THROTTLE, Capability.AUTO_CONVERGE);
        need(needs, convergence == Convergence.CANCEL, Capability.CONVERGENCE_WATCH);
        need(needs, mayPostCopy(), Capability.POST_COPY);
        return Set.copyOf(needs);
    }

    private static void need(Set<String> needs, boolean needed, String capability) {
        if (needed) {
            needs.add(capability);
        }
    }
}
