package org.droveway.engine.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;

/**
 * How what several scopes say becomes one; adding a scope never loosens.
 *
 * @param rule in words
 * @param stricter commutative, associative, and of equals the same
 * @param beyondSilence whether saying this allows more than saying nothing does, taken for itself
 */
record PolicyOrder<T>(String rule, BinaryOperator<T> stricter, Predicate<T> beyondSilence) {
    static final PolicyOrder<Security> STRICTEST =
            new PolicyOrder<>("the strictest wins", Security::strictest, said -> false);

    static final PolicyOrder<Long> LEAST =
            new PolicyOrder<>("the minimum wins", (a, b) -> a <= b ? a : b, said -> false);

    static final PolicyOrder<Integer> FEWEST =
            new PolicyOrder<>("the minimum wins", (a, b) -> a <= b ? a : b, said -> false);

    static final PolicyOrder<Boolean> NO = new PolicyOrder<>("a no wins", Boolean::logicalAnd, yes -> yes);

    static final PolicyOrder<Set<Transport>> INTERSECTION =
            new PolicyOrder<>("only what all of them allow is left", PolicyOrder::intersection, said -> false);

    /** Throttling costs the guest time; after post-copy has begun, a broken network costs the guest itself. */
    static final PolicyOrder<Convergence> GENTLEST = new PolicyOrder<>(
            "the least harm to the guest wins",
            (a, b) -> harm(a) <= harm(b) ? a : b,
            said -> said == Convergence.POST_COPY);

    static final PolicyOrder<MemoryCompression> CHEAPEST = new PolicyOrder<>(
            "the cheapest for the processors wins", (a, b) -> a.compareTo(b) <= 0 ? a : b, said -> false);

    private static int harm(Convergence convergence) {
        return switch (convergence) {
            case CANCEL -> 0;
            case KEEP_ON -> 1;
            case THROTTLE -> 2;
            case POST_COPY -> 3;
        };
    }

    private static Set<Transport> intersection(Set<Transport> some, Set<Transport> others) {
        if (others.containsAll(some)) {
            return some;
        }
        if (some.containsAll(others)) {
            return others;
        }
        Set<Transport> both = EnumSet.noneOf(Transport.class);
        both.addAll(some);
        both.retainAll(others);
        return Collections.unmodifiableSet(both);
    }
}
