package org.droveway.agent.identity;

import static java.util.Objects.requireNonNull;

import java.security.KeyPair;
import java.util.List;
import org.droveway.protocol.enrol.CertificateRequest;

/**
 * A request to the engine together with the keys that only this host has.
 *
 * @param request what is sent
 */
public record PendingRequest(KeyPair agentKeys, KeyPair migrationKeys, CertificateRequest request) {
    public PendingRequest {
        requireNonNull(agentKeys, "agentKeys");
        requireNonNull(migrationKeys, "migrationKeys");
        requireNonNull(request, "request");
    }

    /** Makes new keys and asks for certificates for them. */
    public static PendingRequest create(String host, String managementAddress, List<String> migrationAddresses) {
        return create(host, managementAddress, migrationAddresses, Keys.generate());
    }

    static PendingRequest create(
            String host, String managementAddress, List<String> migrationAddresses, KeyPair migration) {
        KeyPair agent = Keys.generate();
        return new PendingRequest(
                agent,
                migration,
                new CertificateRequest(
                        host,
                        SigningRequest.pem(agent, host, List.of(managementAddress)),
                        SigningRequest.pem(migration, host, migrationAddresses),
                        managementAddress,
                        migrationAddresses));
    }

    @Override
    public String toString() {
        return "PendingRequest[" + request.host() + "]";
    }
}
