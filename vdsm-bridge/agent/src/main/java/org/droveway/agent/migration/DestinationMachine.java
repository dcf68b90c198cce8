package org.droveway.agent.migration;

import java.util.Optional;

/** The order in which the source may ask for things: each step needs the one before it. */
final class DestinationMachine {
    /** What the source asks for. */
    enum Ask {
        OPEN_PINHOLE,
        LISTEN_FOR_PROOF,
        RELAY,
        RELEASED
    }

    private DestinationMachine() {}

    /**
     * The phase after the request is done; empty if it is out of order.
     *
     * @param restarted whether the agent was restarted since: the nonce's proof and the relay's contract are lost then
     */
    static Optional<DestinationPhase> next(DestinationPhase phase, Ask ask, boolean restarted) {
        if (restarted && ask != Ask.RELEASED) {
            return Optional.empty();
        }
        return switch (ask) {
            case OPEN_PINHOLE -> only(phase == DestinationPhase.LEASED, DestinationPhase.OPEN);
            case LISTEN_FOR_PROOF -> only(phase == DestinationPhase.OPEN, DestinationPhase.PROVED);
            case RELAY ->
                only(phase == DestinationPhase.PROVED || phase == DestinationPhase.RELAYING, DestinationPhase.RELAYING);
            case RELEASED -> only(phase.compareTo(DestinationPhase.RELAYING) >= 0, DestinationPhase.RELEASED);
        };
    }

    private static Optional<DestinationPhase> only(boolean inOrder, DestinationPhase next) {
        return inOrder ? Optional.of(next) : Optional.empty();
    }
}
