package org.droveway.engine.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** One thing that a scope can say something about. */
public final class PolicyField<T> {
    /** Whether QEMU's TLS is demanded. */
    public static final PolicyField<Security> SECURITY = new PolicyField<>(
            "security", PolicyOrder.STRICTEST, PolicyStatement::security, Security.SECURE, "secure is the default");

    /** MiB/s. */
    public static final PolicyField<Long> BANDWIDTH = new PolicyField<>(
            "bandwidthMiBs", PolicyOrder.LEAST, PolicyStatement::bandwidthMiBs, null, "it is not limited");

    /** Connections that carry the memory. */
    public static final PolicyField<Integer> CONNECTIONS = new PolicyField<>(
            "parallelConnections",
            PolicyOrder.FEWEST,
            PolicyStatement::parallelConnections,
            null,
            "the default rule decides");

    /** Milliseconds. */
    public static final PolicyField<Integer> DOWNTIME = new PolicyField<>(
            "maxDowntimeMs", PolicyOrder.FEWEST, PolicyStatement::maxDowntimeMs, null, "QEMU's own limit holds");

    /** Whether post-copy is used. */
    public static final PolicyField<Boolean> POST_COPY =
            new PolicyField<>("postCopy", PolicyOrder.NO, PolicyStatement::postCopy, false, "no is the default");

    /** Whether the fast handover is used. */
    public static final PolicyField<Boolean> FAST_HANDOVER = new PolicyField<>(
            "fastHandover", PolicyOrder.NO, PolicyStatement::fastHandover, false, "no is the default");

    /** Whether rule 1's exception may be made. */
    public static final PolicyField<Boolean> MANAGEMENT_NETWORK = new PolicyField<>(
            "allowManagementNetwork",
            PolicyOrder.NO,
            PolicyStatement::allowManagementNetwork,
            false,
            "no is the default");

    /** Transports that may be used. */
    public static final PolicyField<Set<Transport>> TRANSPORTS = new PolicyField<>(
            "transports",
            PolicyOrder.INTERSECTION,
            PolicyStatement::transports,
            null,
            "any that the platform has may be used");

    /** What is done when the guest dirties its memory faster than it is sent. */
    public static final PolicyField<Convergence> CONVERGENCE = new PolicyField<>(
            "convergence",
            PolicyOrder.GENTLEST,
            PolicyStatement::convergence,
            Convergence.KEEP_ON,
            "keep-on is the default");

    /** What makes the memory stream smaller. */
    public static final PolicyField<MemoryCompression> COMPRESSION = new PolicyField<>(
            "compression",
            PolicyOrder.CHEAPEST,
            PolicyStatement::compression,
            MemoryCompression.NONE,
            "none is the default");

    /** All, as they are shown. */
    public static final List<PolicyField<?>> ALL = List.of(
            SECURITY,
            BANDWIDTH,
            CONNECTIONS,
            COMPRESSION,
            DOWNTIME,
            CONVERGENCE,
            POST_COPY,
            FAST_HANDOVER,
            MANAGEMENT_NETWORK,
            TRANSPORTS);

    private final String name;
    private final PolicyOrder<T> order;
    private final Function<PolicyStatement, @Nullable T> part;
    private final @Nullable T standard;
    private final String unsaid;

    private PolicyField(
            String name,
            PolicyOrder<T> order,
            Function<PolicyStatement, @Nullable T> part,
            @Nullable T standard,
            String unsaid) {
        this.name = name;
        this.order = order;
        this.part = part;
        this.standard = standard;
        this.unsaid = unsaid;
    }

    /** As the API names it; a number's unit is in it. */
    public String name() {
        return name;
    }

    /** How several scopes become one, in words. */
    public String rule() {
        return order.rule();
    }

    /** What holds where no scope says anything; null: no limit. */
    public @Nullable T standard() {
        return standard;
    }

    /** What holds where no scope says anything, in words. */
    String unsaid() {
        return unsaid;
    }

    /** What the statement says about it; null: nothing. */
    public @Nullable T in(PolicyStatement statement) {
        return part.apply(statement);
    }

    /** What holds if both are said. */
    T stricter(T one, T other) {
        return order.stricter().apply(one, other);
    }

    /** Whether the new statement, taken for itself, allows more than the old one did. */
    boolean loosened(PolicyStatement before, PolicyStatement after) {
        T old = in(before);
        T now = in(after);
        if (Objects.equals(old, now)) {
            return false;
        }
        if (old == null || now == null) {
            return old == null
                    ? order.beyondSilence().test(now)
                    : !order.beyondSilence().test(old);
        }
        return !stricter(old, now).equals(now);
    }

    /** A value for people. */
    public String words(T value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof Set<?> several) {
            return several.isEmpty()
                    ? "none"
                    : several.stream().map(v -> Words.of((Enum<?>) v)).collect(Collectors.joining(", "));
        }
        return value instanceof Enum<?> word ? Words.of(word) : value.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
