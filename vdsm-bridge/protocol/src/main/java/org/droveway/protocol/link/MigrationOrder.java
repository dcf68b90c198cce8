package org.droveway.protocol.link;

import static java.util.Objects.requireNonNull;

import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.permit.SignedPermit;

/**
 * Everything the source agent needs for one migration.
 *
 * @param permit names VM, hosts, addresses and number of ports
 * @param destinationManagementAddress where the destination agent listens for peers
 * @param destinationPeerPort TCP port of the same
 * @param parameters what the plan decided
 */
public record MigrationOrder(
        SignedPermit permit,
        String destinationManagementAddress,
        int destinationPeerPort,
        MigrationParameters parameters) {
    public MigrationOrder {
        requireNonNull(permit, "permit");
        requireNonNull(destinationManagementAddress, "destinationManagementAddress");
        requireNonNull(parameters, "parameters");
    }
}
