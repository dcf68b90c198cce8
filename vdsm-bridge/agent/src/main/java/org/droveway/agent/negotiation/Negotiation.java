package org.droveway.agent.negotiation;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.peer.PeerRequest.Offer;
import org.droveway.protocol.permit.InvalidPermitException;
import org.droveway.protocol.permit.Permit;

/** The destination's side: offer and facts in, every refusal out. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * Judges an offer under a permit that was verified.
     *
     * @param peer name of the host that offers, from its certificate
     * @param redeemed whether the permit was used here before
     */
    public static List<Refusal> refusals(Offer offer, Permit permit, String peer, boolean redeemed, HostFacts facts) {
        List<Refusal> refusals = new ArrayList<>(ProtocolChecks.refusals(offer, facts));
        refusals.addAll(PermitCheck.refusals(
                permit,
                new PermitCheck.Use(
                        peer, facts.host(), offer.vm().id(), offer.vm().name(), offer.parameters()),
                facts.now(),
                redeemed));
        refusals.addAll(VmChecks.refusals(offer.vm(), offer.parameters().copiedDisks(), facts));
        refusals.addAll(NetworkChecks.refusals(permit, facts));
        refusals.addAll(CertificateChecks.refusals(
                offer.parameters(), "host " + facts.host(), facts.migrationCertificate(), facts.now()));
        return List.copyOf(refusals);
    }

    /**
     * The permit, if the engine signed it.
     *
     * @throws RefusedException with PERMIT_INVALID if it did not
     */
    public static Permit verify(org.droveway.protocol.permit.SignedPermit signed, PublicKey key)
            throws RefusedException {
        try {
            return signed.verify(key);
        } catch (InvalidPermitException e) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.PERMIT_INVALID,
                    "permit",
                    e.getMessage() == null ? "not readable" : e.getMessage(),
                    "a permit signed by this engine",
                    "start the migration through the engine this host is enrolled with")));
        }
    }
}
