package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Who a certificate says an agent is.
 *
 * @param host name of the host
 * @param enrolment which enrolment of that name
 */
public record HostIdentity(String host, UUID enrolment) implements Principal {
    public HostIdentity {
        requireNonNull(host, "host");
        requireNonNull(enrolment, "enrolment");
    }

    @Override
    public String getName() {
        return host;
    }

    /** From a certificate that the listener has checked against the agents' CA; empty if it is not an agent's. */
    public static Optional<HostIdentity> of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        Optional<String> host = value(subject, BCStyle.CN);
        Optional<UUID> enrolment = value(subject, BCStyle.SERIALNUMBER).flatMap(HostIdentity::uuid);
        return host.flatMap(h -> enrolment.map(e -> new HostIdentity(h, e)));
    }

    private static Optional<String> value(X500Name name, ASN1ObjectIdentifier attribute) {
        RDN[] found = name.getRDNs(attribute);
        return found.length == 1
                ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
