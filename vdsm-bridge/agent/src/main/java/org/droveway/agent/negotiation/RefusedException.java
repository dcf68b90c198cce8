package org.droveway.agent.negotiation;

import java.util.List;
import java.util.stream.Collectors;
import org.droveway.protocol.Refusal;

/** Something is not done, for these reasons. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(refusals.stream()
                .map(refusal -> refusal.code() + " " + refusal.object())
                .collect(Collectors.joining(", ")));
        this.refusals = List.copyOf(refusals);
    }

    /** Every reason. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
