package org.droveway.engine.security;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf certificate says beside its key.
 *
 * @param commonName the host's name
 * @param identity which enrolment of that name it belongs to; null for the engine's own
 * @param names DNS names
 * @param addresses IP addresses, without prefix
 * @param lifetime from {@link #BACKDATED} before now
 * @param use what its holder may do
 */
record CertificateProfile(
        String commonName,
        @Nullable UUID identity,
        List<String> names,
        List<String> addresses,
        Duration lifetime,
        Use use) {
    /** Which end of a connection. */
    enum Use {
        SERVER,
        BOTH
    }

    /** A certificate is valid a little before it is made: clocks of hosts differ. */
    static final Duration BACKDATED = Duration.ofMinutes(5);

    CertificateProfile {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }
}
