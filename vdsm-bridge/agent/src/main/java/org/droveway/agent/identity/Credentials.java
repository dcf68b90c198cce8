package org.droveway.agent.identity;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** A stored identity, read and found to fit together. */
record Credentials(
        StoredIdentity stored,
        X509Certificate authority,
        PrivateKey agentKey,
        X509Certificate agentCertificate,
        PrivateKey migrationKey,
        X509Certificate migrationCertificate,
        PublicKey permitKey) {
    Credentials {
        requireNonNull(stored, "stored");
        requireNonNull(authority, "authority");
        requireNonNull(agentKey, "agentKey");
        requireNonNull(agentCertificate, "agentCertificate");
        requireNonNull(migrationKey, "migrationKey");
        requireNonNull(migrationCertificate, "migrationCertificate");
        requireNonNull(permitKey, "permitKey");
    }

    /**
     * Reads and checks that all belongs together; dates are not looked at.
     *
     * @param authority the agent CA this host was configured to trust
     */
    static Credentials check(StoredIdentity stored, String host, X509Certificate authority)
            throws UntrustedIdentityException {
        if (!stored.host().equals(host)) {
            throw new UntrustedIdentityException("the identity on disk is that of host " + stored.host()
                    + ", needed that of " + host + ": set \"host\" back, or remove the identity and enrol again");
        }
        try {
            var grant = stored.grant();
            X509Certificate agent = Pem.certificate(grant.agentCertificate());
            X509Certificate migration = Pem.certificate(grant.migrationCertificate());
            X509Certificate migrationAuthority = Pem.certificate(grant.migrationCa());
            PrivateKey agentKey = Keys.readPrivate(stored.agentKey());
            PrivateKey migrationKey = Keys.readPrivate(stored.migrationKey());
            requireIssuer("agent certificate of host " + host, agent, authority);
            requireIssuer("migration certificate of host " + host, migration, migrationAuthority);
            requireKey("agent certificate of host " + host, agentKey, agent);
            requireKey("migration certificate of host " + host, migrationKey, migration);
            PublicKey permitKey = Keys.readPermitKey(grant.permitKey());
            return new Credentials(stored, authority, agentKey, agent, migrationKey, migration, permitKey);
        } catch (GeneralSecurityException e) {
            throw new UntrustedIdentityException(
                    "the identity of host " + host + " cannot be read: " + e.getMessage() + "; enrol again", e);
        }
    }

    private static void requireIssuer(String what, X509Certificate certificate, X509Certificate authority)
            throws UntrustedIdentityException {
        try {
            certificate.verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new UntrustedIdentityException(
                    "the " + what + " was issued by " + certificate.getIssuerX500Principal() + ", needed one of "
                            + Fingerprint.describe(authority)
                            + ": give the right engineCa, or remove the identity and enrol again",
                    e);
        }
    }

    private static void requireKey(String what, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, UntrustedIdentityException {
        if (!Keys.match(key, certificate.getPublicKey())) {
            throw new UntrustedIdentityException("the " + what + " is for another key than this host has; enrol again");
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + stored.host() + "]";
    }
}
