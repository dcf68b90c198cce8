package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.Nic;
import org.jspecify.annotations.Nullable;

/**
 * What the source agent knows before it offers.
 *
 * @param status of the permit's VM
 * @param owner another manager that owns it; null when nobody else does
 * @param migrating whether a migration of the VM runs, ours or another's
 * @param route towards the destination, for a socket that is not bound
 * @param nics as the kernel lists them
 */
public record SourceFacts(
        String host,
        Instant now,
        HostMode mode,
        DomainStatus status,
        @Nullable String owner,
        boolean migrating,
        Optional<Route> route,
        List<Nic> nics,
        Optional<CertificateFacts> migrationCertificate) {
    public SourceFacts {
        requireNonNull(host, "host");
        requireNonNull(now, "now");
        requireNonNull(mode, "mode");
        requireNonNull(status, "status");
        requireNonNull(route, "route");
        nics = List.copyOf(nics);
        requireNonNull(migrationCertificate, "migrationCertificate");
    }
}
