package org.droveway.agent.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.droveway.protocol.AddressText;

/** What a certificate is valid for beside its subject. */
public record AlternativeNames(Set<String> dns, Set<String> addresses) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public AlternativeNames {
        dns = Set.copyOf(dns);
        addresses = Set.copyOf(addresses);
    }

    /**
     * Reads a certificate's names; names of other kinds are left out.
     *
     * @throws CertificateParsingException if they cannot be read
     */
    public static AlternativeNames of(X509Certificate certificate) throws CertificateParsingException {
        Set<String> dns = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        for (List<?> name : all == null ? List.<List<?>>of() : all) {
            if (name.get(0).equals(DNS_NAME)) {
                dns.add(name.get(1).toString());
            } else if (name.get(0).equals(IP_ADDRESS)) {
                addresses.add(address(name.get(1).toString()));
            }
        }
        return new AlternativeNames(dns, addresses);
    }

    /** The platform prints IPv6 addresses in full length. */
    private static String address(String literal) throws CertificateParsingException {
        try {
            return AddressText.of(InetAddress.getByName(literal).getAddress());
        } catch (UnknownHostException e) {
            throw new CertificateParsingException("'" + literal + "' is not an address", e);
        }
    }
}
