package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.CERTIFICATE_EXPIRED;
import static org.droveway.protocol.RefusalCode.CERTIFICATE_MISSING;
import static org.droveway.protocol.RefusalCode.CERTIFICATE_UNTRUSTED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;

/** Whether QEMU's TLS will come about; looks at nothing when the migration is insecure. */
final class CertificateChecks {
    private CertificateChecks() {}

    /** For the destination: its certificate must have the name the source will check. */
    static List<Refusal> refusals(
            MigrationParameters parameters, String host, Optional<CertificateFacts> certificate, Instant now) {
        if (parameters.security() != Security.SECURE) {
            return List.of();
        }
        String name = parameters.tlsDestination() == null ? "" : parameters.tlsDestination();
        Reasons reasons = new Reasons();
        validity(host, certificate, now, reasons);
        certificate.ifPresent(facts -> reasons.when(
                !facts.names().contains(name),
                CERTIFICATE_UNTRUSTED,
                "migration certificate of " + host,
                "is for " + new TreeSet<>(facts.names()),
                "for " + name,
                "enrol the host again, so that the engine gives it a certificate for its names"));
        return reasons.all();
    }

    /** For the source: QEMU shows its certificate as a client, its names do not count. */
    static List<Refusal> clientRefusals(
            Security security, String host, Optional<CertificateFacts> certificate, Instant now) {
        Reasons reasons = new Reasons();
        if (security == Security.SECURE) {
            validity(host, certificate, now, reasons);
        }
        return reasons.all();
    }

    private static void validity(String host, Optional<CertificateFacts> certificate, Instant now, Reasons reasons) {
        String object = "migration certificate of " + host;
        reasons.when(
                certificate.isEmpty(),
                CERTIFICATE_MISSING,
                object,
                "there is none that can be read",
                "a certificate of the migration CA",
                "let the agent enrol; look at its log on " + host);
        certificate.ifPresent(facts -> {
            reasons.when(
                    !now.isBefore(facts.notAfter()),
                    CERTIFICATE_EXPIRED,
                    object,
                    "expired at " + facts.notAfter() + ", it is " + now,
                    "a certificate that is valid now",
                    "let the agent reach the engine, which renews it; compare the clocks");
            reasons.when(
                    now.isBefore(facts.notBefore()),
                    CERTIFICATE_EXPIRED,
                    object,
                    "is valid from " + facts.notBefore() + ", it is " + now,
                    "a certificate that is valid now",
                    "synchronize the clocks of engine and " + host);
        });
    }
}
