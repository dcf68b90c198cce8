package org.droveway.agent.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.protocol.enrol.CertificateGrant;

/**
 * What lies on disk, in one file, so that keys and certificates always belong together.
 *
 * @param agentKey PKCS#8, PEM
 * @param migrationKey PKCS#8, PEM
 * @param migrationAddresses the SANs that were asked for; others mean that it is time to renew
 */
record StoredIdentity(
        String host, String agentKey, String migrationKey, List<String> migrationAddresses, CertificateGrant grant) {
    StoredIdentity {
        requireNonNull(host, "host");
        requireNonNull(agentKey, "agentKey");
        requireNonNull(migrationKey, "migrationKey");
        requireNonNull(grant, "grant");
        migrationAddresses = List.copyOf(migrationAddresses);
    }

    static StoredIdentity of(PendingRequest pending, CertificateGrant grant) {
        return new StoredIdentity(
                pending.request().host(),
                PrivateKeyText.write(pending.agentKeys()),
                PrivateKeyText.write(pending.migrationKeys()),
                pending.request().migrationAddresses(),
                grant);
    }

    @Override
    public String toString() {
        return "StoredIdentity[" + host + "]";
    }
}
