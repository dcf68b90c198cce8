package org.droveway.agent.identity;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** The host that a certificate is for: its common name, which must be among its DNS names if there are any. */
final class HostName {
    private HostName() {}

    static Optional<String> of(X509Certificate certificate) {
        try {
            Set<String> names = AlternativeNames.of(certificate).dns();
            return commonName(certificate).filter(name -> names.isEmpty() || names.contains(name));
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> rdn.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
