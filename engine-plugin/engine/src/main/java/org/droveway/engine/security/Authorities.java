package org.droveway.engine.security;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Everything the engine signs with.
 *
 * @param agents CA of the engine's and the agents' certificates
 * @param migration CA of QEMU's certificates and nothing else
 */
record Authorities(CertificateAuthority agents, CertificateAuthority migration, PermitSigner permits) {
    /** Opens the keys in the data directory; those that are not there are made. */
    static Authorities open(Path data, Instant now) {
        return new Authorities(
                CertificateAuthority.open(data, "ca", "Droveway agents", now),
                CertificateAuthority.open(data, "migration-ca", "Droveway migration", now),
                PermitSigner.open(data));
    }
}
