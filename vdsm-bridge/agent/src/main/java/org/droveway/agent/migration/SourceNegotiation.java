package org.droveway.agent.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.compatibility.Rules;
import org.droveway.agent.compatibility.Side;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.negotiation.Negotiation;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.peer.PeerClient;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.peer.HostAbilities;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;

/** The source's part of the negotiation: own reasons and the destination's, all at once. */
final class SourceNegotiation {
    private static final System.Logger LOG = System.getLogger(SourceNegotiation.class.getName());

    private final SourceParts parts;
    private final SourceReasons reasons;
    private final HostSurvey survey;
    private final Redemptions redemptions;

    SourceNegotiation(SourceParts parts, SourceReasons reasons, HostSurvey survey, Redemptions redemptions) {
        this.parts = parts;
        this.reasons = reasons;
        this.survey = survey;
        this.redemptions = redemptions;
    }

    /** The order's permit, if the engine signed it. */
    Permit verify(MigrationOrder order) throws RefusedException {
        return Negotiation.verify(order.permit(), parts.identity().permitKey());
    }

    /**
     * Asks without taking anything.
     *
     * @param leaving whether a migration of the VM runs here
     * @throws RefusedException with every reason of both hosts
     */
    PeerResponse.Accept ask(MigrationOrder order, Permit permit, boolean leaving) throws RefusedException {
        return ask(order, permit, ownReasons(order, permit, leaving, false));
    }

    /**
     * Redeems the permit and makes the offer.
     *
     * @throws RefusedException with every reason; when the own ones are enough, the destination is only asked for more
     */
    PeerResponse.Accept negotiate(MigrationOrder order, Permit permit) throws RefusedException {
        List<Refusal> own = ownReasons(order, permit, false, true);
        if (!own.isEmpty()) {
            ask(order, permit, own);
        }
        try {
            if (!redemptions.redeem(permit)) {
                throw refused(Refusal.of(
                        RefusalCode.PERMIT_REUSED,
                        "permit " + permit.id(),
                        "redeemed before",
                        "a permit that was never used",
                        "ask the engine for a new migration"));
            }
        } catch (UncheckedIOException e) {
            throw refused(Reported.internal("permit " + permit.id(), String.valueOf(e.getMessage())));
        }
        return offer(order, permit, false);
    }

    private PeerResponse.Accept ask(MigrationOrder order, Permit permit, List<Refusal> own) throws RefusedException {
        List<Refusal> all = new ArrayList<>(own);
        PeerResponse.Accept accept = null;
        try {
            accept = offer(order, permit, true);
        } catch (RefusedException e) {
            e.refusals().stream().filter(refusal -> !all.contains(refusal)).forEach(all::add);
        }
        if (!all.isEmpty() || accept == null) {
            throw new RefusedException(all);
        }
        return accept;
    }

    private PeerResponse.Accept offer(MigrationOrder order, Permit permit, boolean asking) throws RefusedException {
        try (PeerClient peer = new PeerClient(
                parts.identity(),
                Addresses.socket(order.destinationManagementAddress(), order.destinationPeerPort()),
                permit.destinationHost())) {
            PeerRequest.Offer offer = OfferBuilder.offer(
                    parts.hypervisor(), parts.images(), permit, order.permit(), order.parameters(), asking, survey);
            Instant asked = parts.clock().instant();
            PeerResponse answer = peer.ask(offer);
            if (answer instanceof PeerResponse.Accept accept) {
                told(permit, asked, accept);
                judge(peer, permit, offer, accept);
                return accept;
            }
            throw new RefusedException(
                    answer instanceof PeerResponse.Refuse refuse ? refuse.refusals() : Reported.unexpected(answer));
        } catch (IOException e) {
            throw refused(Reported.peer(permit.destinationHost(), e));
        } catch (HypervisorException e) {
            throw refused(fromLibvirt(permit, e));
        }
    }

    /** How long it took, and how far the clocks are apart: the destination's time lies between the question and the answer. */
    private void told(Permit permit, Instant asked, PeerResponse.Accept accept) {
        Duration took = Duration.between(asked, parts.clock().instant());
        HostAbilities other = accept.host();
        String clock = other == null
                ? "does not tell its time"
                : "has a clock that is ahead by "
                        + Duration.between(asked.plus(took.dividedBy(2)), other.at())
                                .toMillis() + " ms";
        LOG.log(
                System.Logger.Level.INFO,
                "host " + permit.destinationHost() + " answered the offer of VM " + permit.vmName() + " in "
                        + took.toMillis() + " ms, connecting included, and " + clock);
    }

    /** An older destination knows no rules: then they are judged here, and what it leased is given back. */
    private static void judge(PeerClient peer, Permit permit, PeerRequest.Offer offer, PeerResponse.Accept accept)
            throws RefusedException, IOException {
        if (accept.host() != null) {
            return;
        }
        List<Refusal> broken = Rules.refusals(Pairs.of(
                permit, offer, Side.of(permit.destinationHost(), accept.libvirtVersion(), accept.qemuVersion(), null)));
        if (!broken.isEmpty()) {
            if (accept.lease() != null) {
                peer.ask(new PeerRequest.Close(accept.lease(), false));
            }
            throw new RefusedException(broken);
        }
    }

    private List<Refusal> ownReasons(MigrationOrder order, Permit permit, boolean leaving, boolean beginning)
            throws RefusedException {
        try {
            return reasons.of(permit, order.parameters(), leaving, beginning);
        } catch (HypervisorException e) {
            throw refused(fromLibvirt(permit, e));
        }
    }

    private static Refusal fromLibvirt(Permit permit, HypervisorException failure) {
        return failure.kind() == HypervisorException.Kind.NO_DOMAIN
                ? Refusal.of(
                        RefusalCode.VM_NOT_RUNNING,
                        "VM " + permit.vmName(),
                        "absent on host " + permit.sourceHost(),
                        "a VM that runs",
                        "look where the VM is")
                : Reported.libvirt("VM " + permit.vmName(), String.valueOf(failure.getMessage()));
    }

    private static RefusedException refused(Refusal refusal) {
        return new RefusedException(List.of(refusal));
    }
}
