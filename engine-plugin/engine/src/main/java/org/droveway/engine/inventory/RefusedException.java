package org.droveway.engine.inventory;

import java.util.List;
import java.util.stream.Collectors;
import org.droveway.protocol.Refusal;

/** Something is not done, for all these reasons; nothing was changed. */
public class RefusedException extends RuntimeException {
    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(refusals.stream()
                .map(r -> r.object() + ": " + r.found() + "; needed: " + r.needed() + "; " + r.remedy())
                .collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("refused without a reason");
        }
    }

    /** Every reason, at least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
