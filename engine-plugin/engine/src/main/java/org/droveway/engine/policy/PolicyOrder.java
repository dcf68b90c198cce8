package org.droveway.engine.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Security;

/**
 * How what several scopes say becomes one; adding a scope never loosens.
 *
 * @param rule in words
 * @param stricter commutative, associative, and of equals the same
 */
record PolicyOrder<T>(String rule, BinaryOperator<T> stricter) {
    static final PolicyOrder<Security> STRICTEST = new PolicyOrder<>("the strictest wins", Security::strictest);

    static final PolicyOrder<Long> LEAST = new PolicyOrder<>("the minimum wins", (a, b) -> a <= b ? a : b);

    static final PolicyOrder<Integer> FEWEST = new PolicyOrder<>("the minimum wins", (a, b) -> a <= b ? a : b);

    static final PolicyOrder<Boolean> NO = new PolicyOrder<>("a no wins", Boolean::logicalAnd);

    static final PolicyOrder<Set<Transport>> INTERSECTION =
            new PolicyOrder<>("only what all of them allow is left", PolicyOrder::intersection);

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
