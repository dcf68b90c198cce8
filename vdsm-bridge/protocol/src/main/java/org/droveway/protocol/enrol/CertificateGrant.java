package org.droveway.protocol.enrol;

import static java.util.Objects.requireNonNull;

/**
 * What the engine gives back, all PEM.
 *
 * @param permitKey public key of the engine's permits, Ed25519, X.509 SubjectPublicKeyInfo PEM
 * @param linkUrl where the agent dials, for example {@code wss://10.61.0.2:8444/droveway/agent-link}
 */
public record CertificateGrant(
        String agentCertificate,
        String agentCa,
        String migrationCertificate,
        String migrationCa,
        String permitKey,
        String linkUrl) {
    public CertificateGrant {
        requireNonNull(agentCertificate, "agentCertificate");
        requireNonNull(agentCa, "agentCa");
        requireNonNull(migrationCertificate, "migrationCertificate");
        requireNonNull(migrationCa, "migrationCa");
        requireNonNull(permitKey, "permitKey");
        requireNonNull(linkUrl, "linkUrl");
    }
}
