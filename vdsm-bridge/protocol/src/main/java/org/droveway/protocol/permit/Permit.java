package org.droveway.protocol.permit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.Security;

/**
 * Permission for one migration, signed by the engine and redeemed once by each of the two agents.
 *
 * @param id redeemed ids are on the agents' disks before the permit is used
 * @param sourceAddress the one address the pinhole lets in
 * @param destinationAddress the one address QEMU listens on
 * @param ports how many ports the destination may lease
 * @param managementNetwork whether a person allowed the management network for this migration
 * @param expiresAt governs redemption only; a running migration is not ended by it
 */
public record Permit(
        UUID id,
        UUID migration,
        UUID vm,
        String vmName,
        String sourceHost,
        String destinationHost,
        String sourceAddress,
        String destinationAddress,
        int ports,
        Security security,
        String network,
        boolean managementNetwork,
        long policyVersion,
        Instant issuedAt,
        Instant expiresAt) {
    public Permit {
        requireNonNull(id, "id");
        requireNonNull(migration, "migration");
        requireNonNull(vm, "vm");
        requireNonNull(vmName, "vmName");
        requireNonNull(sourceHost, "sourceHost");
        requireNonNull(destinationHost, "destinationHost");
        requireNonNull(sourceAddress, "sourceAddress");
        requireNonNull(destinationAddress, "destinationAddress");
        requireNonNull(security, "security");
        requireNonNull(network, "network");
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(expiresAt, "expiresAt");
        if (ports < 1 || ports > 2) {
            throw new IllegalArgumentException("ports is " + ports + ", needed 1 (memory) or 2 (memory and disks)");
        }
    }
}
