package org.droveway.agent.journal;

import org.droveway.protocol.permit.Permit;

/** Permits that were redeemed on this host: each once. */
public interface Redemptions {
    /**
     * Redeems; on disk when this returns. Does not look at the permit's expiry or signature.
     *
     * @return false if it was redeemed before
     * @throws java.io.UncheckedIOException if it cannot be written; it counts as redeemed then
     */
    boolean redeem(Permit permit);

    /** Whether it was redeemed; changes nothing. */
    boolean isRedeemed(Permit permit);
}
