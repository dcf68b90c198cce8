package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.host.HostMode;
import org.jspecify.annotations.Nullable;

/**
 * What the source agent knows before it offers.
 *
 * @param status of the permit's VM
 * @param owner another manager that owns it; null when nobody else does
 * @param migrating whether a migration of the VM runs, ours or another's
 * @param routeAddress the address the kernel takes towards the destination; null if there is no route
 */
public record SourceFacts(
        String host,
        Instant now,
        HostMode mode,
        DomainStatus status,
        @Nullable String owner,
        boolean migrating,
        @Nullable String routeAddress,
        Optional<CertificateFacts> migrationCertificate) {
    public SourceFacts {
        requireNonNull(host, "host");
        requireNonNull(now, "now");
        requireNonNull(mode, "mode");
        requireNonNull(status, "status");
        requireNonNull(migrationCertificate, "migrationCertificate");
    }
}
