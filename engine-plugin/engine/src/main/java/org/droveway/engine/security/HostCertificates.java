package org.droveway.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;

/** Signs what a host asks for. libvirt lets any certificate of the migration CA in, so they live a week at most. */
@ApplicationScoped
class HostCertificates {
    private static final Duration LIFETIME = Duration.ofDays(7);

    @Inject
    Authorities authorities;

    @Inject
    EngineSettings settings;

    @Inject
    Clock clock;

    CertificateGrant grant(EnrolledHost host, CertificateRequest request) {
        SigningRequest agent = parse("agentCsr", request.agentCsr());
        SigningRequest migration = parse("migrationCsr", request.migrationCsr());
        Instant now = clock.instant();
        CertificateProfile agentProfile = profile(host, List.of(request.managementAddress()));
        CertificateProfile migrationProfile = profile(host, request.migrationAddresses());
        return new CertificateGrant(
                Pem.print(authorities.agents().issue(agentProfile, agent.key(), now)),
                Pem.print(authorities.agents().certificate()),
                Pem.print(authorities.migration().issue(migrationProfile, migration.key(), now)),
                Pem.print(authorities.migration().certificate()),
                authorities.permits().publicKey(),
                settings.linkUrl());
    }

    private static CertificateProfile profile(EnrolledHost host, List<String> addresses) {
        return new CertificateProfile(
                host.name(), host.identity(), List.of(host.name()), addresses, LIFETIME, CertificateProfile.Use.BOTH);
    }

    private static SigningRequest parse(String field, String pem) {
        try {
            return SigningRequest.parse(pem);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field + ": " + e.getMessage(), e);
        }
    }
}
