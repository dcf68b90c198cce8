package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A certificate in use on the host.
 *
 * @param purpose {@code agent} or {@code migration}
 * @param ours whether Droveway issued it
 */
public record CertificateReport(String purpose, String subject, Instant notAfter, boolean ours) {
    public CertificateReport {
        requireNonNull(purpose, "purpose");
        requireNonNull(subject, "subject");
        requireNonNull(notAfter, "notAfter");
    }
}
