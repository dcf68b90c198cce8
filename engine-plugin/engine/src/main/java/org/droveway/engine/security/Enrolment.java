package org.droveway.engine.security;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.IpAddress;
import org.droveway.engine.inventory.InvalidInputException;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;
import org.droveway.protocol.host.HostReport;

/** Gives hosts their certificates: with a token for the first time, with the old certificate from then on. */
@ApplicationScoped
@Transactional
public class Enrolment {
    @Inject
    Hosts hosts;

    @Inject
    HostCertificates certificates;

    @Inject
    Clock clock;

    /**
     * Lets a host join the token's cluster.
     *
     * @param token of role ENROLMENT
     * @throws InvalidInputException if the request cannot be used; the message says why
     * @throws RefusedException if the name or an address is another's
     */
    public CertificateGrant enrol(Token token, CertificateRequest request) {
        checkAddresses(request);
        EnrolledHost host = hosts.enrol(request.host(), requireNonNull(token.cluster()), clock.instant());
        return certificates.grant(host, request);
    }

    /**
     * New certificates for a host that has some.
     *
     * @param identity who asks, by the certificate in use
     * @throws RefusedException if it asks for another's name or address
     */
    public CertificateGrant renew(HostIdentity identity, CertificateRequest request) {
        if (!request.host().equals(identity.host())) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.HOST_ENROLLED,
                    "host " + identity.host(),
                    "it asks for certificates of host " + request.host(),
                    "a request for its own name",
                    "enrol a renamed host anew, with a token")));
        }
        checkAddresses(request);
        EnrolledHost host = hosts.accepted(identity.host(), identity.enrolment())
                .orElseThrow(() -> new InvalidInputException("host " + identity.host() + " was removed"));
        return certificates.grant(host, request);
    }

    private void checkAddresses(CertificateRequest request) {
        List<String> claimed = new ArrayList<>(request.migrationAddresses());
        claimed.add(request.managementAddress());
        List<IpAddress> addresses = claimed.stream().map(Enrolment::parse).toList();
        List<Refusal> refusals = hosts.list().stream()
                .filter(other -> !other.name().equals(request.host()))
                .flatMap(other -> {
                    return addressesOf(other).stream()
                            .filter(addresses::contains)
                            .map(address -> ofOther(request.host(), other.name(), address));
                })
                .toList();
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    private static List<IpAddress> addressesOf(EnrolledHost host) {
        HostReport report = host.report();
        return report == null
                ? List.of()
                : report.nics().stream()
                        .flatMap(nic -> nic.addresses().stream())
                        .filter(address -> address.scope().equals("global"))
                        .map(address -> parse(address.address()))
                        .toList();
    }

    private static Refusal ofOther(String host, String other, IpAddress address) {
        return Refusal.of(
                RefusalCode.ADDRESS_OF_OTHER_HOST,
                "host " + host,
                "it claims address " + address + ", which host " + other + " has",
                "addresses that no other host has",
                "correct the addresses of one of the two, or remove host " + other + " if it is gone");
    }

    private static IpAddress parse(String address) {
        try {
            return IpAddress.parse(address);
        } catch (AddressSyntaxException e) {
            throw new InvalidInputException("address " + e.getMessage(), e);
        }
    }
}
