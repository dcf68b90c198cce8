package org.droveway.protocol.enrol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an agent asks the engine to sign; private keys never leave the host.
 *
 * @param host the host's name; with a token it claims the name, later it must be the certificate's
 * @param agentCsr PKCS#10, PEM: for the agent's mTLS
 * @param migrationCsr PKCS#10, PEM: for QEMU's migration TLS
 * @param managementAddress SAN of the agent's certificate
 * @param migrationAddresses every address of the host that a migration may use: SANs of the migration certificate
 */
public record CertificateRequest(
        String host, String agentCsr, String migrationCsr, String managementAddress, List<String> migrationAddresses) {
    public CertificateRequest {
        requireNonNull(host, "host");
        requireNonNull(agentCsr, "agentCsr");
        requireNonNull(migrationCsr, "migrationCsr");
        requireNonNull(managementAddress, "managementAddress");
        migrationAddresses = List.copyOf(migrationAddresses);
    }
}
