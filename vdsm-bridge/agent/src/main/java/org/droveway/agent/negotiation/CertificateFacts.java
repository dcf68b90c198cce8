package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.droveway.agent.identity.AlternativeNames;

/**
 * What counts of the certificate QEMU shows.
 *
 * @param names DNS names and addresses it is valid for
 */
public record CertificateFacts(Instant notBefore, Instant notAfter, Set<String> names) {
    public CertificateFacts {
        requireNonNull(notBefore, "notBefore");
        requireNonNull(notAfter, "notAfter");
        names = Set.copyOf(names);
    }

    /** Reads a certificate; one whose names cannot be read has none. */
    public static CertificateFacts of(X509Certificate certificate) {
        return new CertificateFacts(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate));
    }

    private static Set<String> names(X509Certificate certificate) {
        try {
            AlternativeNames names = AlternativeNames.of(certificate);
            return Stream.concat(names.dns().stream(), names.addresses().stream())
                    .collect(Collectors.toSet());
        } catch (CertificateParsingException e) {
            System.getLogger(CertificateFacts.class.getName())
                    .log(System.Logger.Level.WARNING, "the migration certificate's names cannot be read", e);
            return Set.of();
        }
    }
}
