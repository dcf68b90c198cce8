package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What counts of the certificate QEMU shows.
 *
 * @param names DNS names and addresses it is valid for
 */
public record CertificateFacts(Instant notBefore, Instant notAfter, Set<String> names) {
    private static final Set<Integer> DNS_OR_ADDRESS = Set.of(2, 7);

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
        Set<String> names = new HashSet<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (DNS_OR_ADDRESS.contains(alternative.get(0))) {
                        names.add(alternative.get(1).toString());
                    }
                }
            }
        } catch (CertificateParsingException e) {
            System.getLogger(CertificateFacts.class.getName())
                    .log(System.Logger.Level.WARNING, "the migration certificate's names cannot be read", e);
        }
        return names;
    }
}
