package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.Agreement;

/** What source and destination settled. */
public sealed interface NegotiationOutcome {
    /** Both agree; after a start the migration goes on, after an ask nothing is held. */
    record Agreed(Agreement agreement) implements NegotiationOutcome {
        public Agreed {
            requireNonNull(agreement, "agreement");
        }
    }

    /** Every reason, at least one; nothing is left behind on either host. */
    record Refused(List<Refusal> refusals) implements NegotiationOutcome {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refused without a reason");
            }
        }
    }
}
