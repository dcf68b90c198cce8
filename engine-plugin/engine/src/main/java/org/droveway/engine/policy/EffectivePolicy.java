package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** What is in force for one migration: made of what data center, cluster, VM and request say, each field by its order. */
public record EffectivePolicy(
        SecurityDecision security,
        FieldDecision<Long> bandwidth,
        FieldDecision<Integer> connections,
        FieldDecision<MemoryCompression> compression,
        FieldDecision<Integer> downtime,
        FieldDecision<Convergence> convergence,
        FieldDecision<Boolean> postCopy,
        FieldDecision<Boolean> fastHandover,
        FieldDecision<Boolean> managementNetwork,
        FieldDecision<Set<Transport>> transports) {
    public EffectivePolicy {
        requireNonNull(security, "security");
        requireNonNull(bandwidth, "bandwidth");
        requireNonNull(connections, "connections");
        requireNonNull(compression, "compression");
        requireNonNull(downtime, "downtime");
        requireNonNull(convergence, "convergence");
        requireNonNull(postCopy, "postCopy");
        requireNonNull(fastHandover, "fastHandover");
        requireNonNull(managementNetwork, "managementNetwork");
        requireNonNull(transports, "transports");
    }

    /**
     * Resolves; depends on nothing else.
     *
     * @param scopes from the widest to the narrowest; one that says nothing may be there or not
     */
    public static EffectivePolicy of(List<ScopedStatement> scopes) {
        List<ScopedStatement> all = List.copyOf(scopes);
        return new EffectivePolicy(
                SecurityDecision.of(all),
                FieldDecision.of(PolicyField.BANDWIDTH, all),
                FieldDecision.of(PolicyField.CONNECTIONS, all),
                FieldDecision.of(PolicyField.COMPRESSION, all),
                FieldDecision.of(PolicyField.DOWNTIME, all),
                FieldDecision.of(PolicyField.CONVERGENCE, all),
                FieldDecision.of(PolicyField.POST_COPY, all),
                FieldDecision.of(PolicyField.FAST_HANDOVER, all),
                FieldDecision.of(PolicyField.MANAGEMENT_NETWORK, all),
                FieldDecision.of(PolicyField.TRANSPORTS, all));
    }

    /** The security in force; of a refused request, what would be in force without it. */
    public Security type() {
        return security.type();
    }

    /** Every field, as they are shown. */
    public List<FieldDecision<?>> decisions() {
        return List.of(
                security.decision(),
                bandwidth,
                connections,
                compression,
                downtime,
                convergence,
                postCopy,
                fastHandover,
                managementNetwork,
                transports);
    }

    /** Why a field is what it is, a sentence for people. */
    public String reason(FieldDecision<?> decision) {
        return decision.field() == PolicyField.SECURITY ? security.reason() : decision.reason();
    }

    /** Every reason why nothing may go ahead under this policy; empty: it may. */
    public List<Refusal> refusals() {
        Refusal weakens = security.refusal();
        Refusal noTransport = noTransport();
        if (weakens == null) {
            return noTransport == null ? List.of() : List.of(noTransport);
        }
        return noTransport == null ? List.of(weakens) : List.of(weakens, noTransport);
    }

    private @Nullable Refusal noTransport() {
        Set<Transport> left = transports.value();
        if (left == null || !left.isEmpty()) {
            return null;
        }
        return Refusal.of(
                RefusalCode.NO_TRANSPORT_LEFT,
                "migration policy",
                transports.reason(),
                "one transport that every scope allows",
                "allow one of them everywhere, or say nothing about transports");
    }
}
