package org.droveway.engine.scheduling;

import java.time.Instant;
import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.CertificateReport;
import org.droveway.protocol.host.HostReport;

/** No certificate that a host reports for migrations has run out. A missing one is the negotiation's to find. */
public final class CertificateFilter {
    private CertificateFilter() {}

    static Optional<Refusal> valid(Host host, Placement placement) {
        return placement.type() == Security.SECURE ? expired(host, placement.now()) : Optional.empty();
    }

    /** The reason against a secure migration from or to this host, if its migration certificate has run out by now. */
    public static Optional<Refusal> expired(Host host, Instant now) {
        HostReport report = host.report();
        if (report == null) {
            return Optional.empty();
        }
        return report.certificates().stream()
                .filter(c -> c.purpose().equals("migration") && !c.notAfter().isAfter(now))
                .findFirst()
                .map(c -> refusal(host, c));
    }

    private static Refusal refusal(Host host, CertificateReport certificate) {
        return Refusal.of(
                RefusalCode.CERTIFICATE_EXPIRED,
                "host " + host.name(),
                "its migration certificate " + certificate.subject() + " ran out at " + certificate.notAfter(),
                "a migration certificate that is valid now",
                certificate.ours()
                        ? "restart the host's agent, which renews it, or look at why the renewal fails"
                        : "renew the certificate, which Droveway did not issue and does not overwrite");
    }
}
