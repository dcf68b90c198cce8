package org.droveway.engine.scheduling;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the filters and weighers say of one host.
 *
 * @param weight the greater the better; null when not accepted
 * @param refusals every reason against it; empty exactly when accepted
 */
public record CandidateReport(
        String host, boolean accepted, @Nullable Long weight, List<Refusal> refusals) {
    public CandidateReport {
        requireNonNull(host, "host");
        refusals = List.copyOf(refusals);
        if (accepted != refusals.isEmpty() || accepted != (weight != null)) {
            throw new IllegalArgumentException("host " + host + ": accepted without weight, or refused without reason");
        }
    }
}
