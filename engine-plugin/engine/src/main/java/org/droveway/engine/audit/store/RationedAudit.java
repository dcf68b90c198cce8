package org.droveway.engine.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.droveway.engine.audit.Allowance;
import org.droveway.engine.audit.Fact;

/**
 * Writes down what costs whoever does it nothing, such as being refused: at most 60 at once and one a second, so that nobody
 * fills the disk with it. Each place that injects it has an allowance of its own.
 */
@Dependent
public class RationedAudit {
    private final Allowance allowance =
            new Allowance(60, Duration.ofSeconds(1), Clock.systemUTC().instant());

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** As {@link AuditLog#record}, or left out; the next one that is not says how many were. */
    public void record(Fact fact) {
        OptionalLong leftOut = allowance.take(clock.instant());
        if (leftOut.isPresent()) {
            audit.record(leftOut.getAsLong() == 0 ? fact : fact.after(leftOut.getAsLong()));
        }
    }
}
