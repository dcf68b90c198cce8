package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.Refusal;

/** What looking for a host's address came to. */
public sealed interface EndpointDecision {
    /** The host has exactly one usable address, or a pin settled which. */
    record Found(Endpoint endpoint) implements EndpointDecision {
        public Found {
            requireNonNull(endpoint, "endpoint");
        }
    }

    /** It has none, or several. */
    record Refused(Refusal refusal) implements EndpointDecision {
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }
}
