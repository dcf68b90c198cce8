package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.Refusal;

/**
 * Why a network should not be a cluster's migration network.
 *
 * @param about what it lies in besides the network itself: the other network, or the host
 * @param refusal all that a person is told
 */
record Obstacle(String about, Refusal refusal) {
    Obstacle {
        requireNonNull(about, "about");
        requireNonNull(refusal, "refusal");
    }

    /** Whether this is the other one too, though ranges or numbers in it are others by now. */
    boolean isSameAs(Obstacle other) {
        return about.equals(other.about)
                && refusal.code().equals(other.refusal.code())
                && refusal.object().equals(other.refusal.object());
    }
}
