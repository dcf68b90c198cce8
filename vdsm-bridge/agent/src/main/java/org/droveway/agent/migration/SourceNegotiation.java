package org.droveway.agent.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.negotiation.CertificateFacts;
import org.droveway.agent.negotiation.Negotiation;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.negotiation.SourceChecks;
import org.droveway.agent.negotiation.SourceFacts;
import org.droveway.agent.peer.PeerClient;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** The source's part of the negotiation: own reasons and the destination's, all at once. */
final class SourceNegotiation {
    private final SourceParts parts;
    private final Firewall firewall;
    private final Redemptions redemptions;

    SourceNegotiation(SourceParts parts, Firewall firewall, Redemptions redemptions) {
        this.parts = parts;
        this.firewall = firewall;
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
        List<Refusal> own = ownReasons(order, permit, leaving);
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

    /**
     * Redeems the permit and makes the offer.
     *
     * @throws RefusedException with every reason; when the own ones are enough, the destination is only asked for more
     */
    PeerResponse.Accept negotiate(MigrationOrder order, Permit permit) throws RefusedException {
        if (!ownReasons(order, permit, false).isEmpty()) {
            ask(order, permit, false);
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

    private PeerResponse.Accept offer(MigrationOrder order, Permit permit, boolean asking) throws RefusedException {
        try (PeerClient peer = new PeerClient(
                parts.identity(),
                Addresses.socket(order.destinationManagementAddress(), order.destinationPeerPort()),
                permit.destinationHost())) {
            PeerResponse answer = peer.ask(OfferBuilder.offer(
                    parts.hypervisor(), parts.images(), permit, order.permit(), order.parameters(), asking));
            if (answer instanceof PeerResponse.Accept accept) {
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

    private List<Refusal> ownReasons(MigrationOrder order, Permit permit, boolean leaving) throws RefusedException {
        try {
            return SourceChecks.refusals(
                    permit, order.parameters(), redemptions.isRedeemed(permit), facts(permit, leaving));
        } catch (HypervisorException e) {
            throw refused(fromLibvirt(permit, e));
        }
    }

    private SourceFacts facts(Permit permit, boolean leaving) throws HypervisorException {
        Hypervisor hypervisor = parts.hypervisor();
        DomainStatus status = hypervisor.status(permit.vm());
        boolean there = status.state() != DomainStatus.State.ABSENT;
        return new SourceFacts(
                parts.identity().host(),
                parts.clock().instant(),
                firewall.mode(),
                status,
                there ? owner(permit) : null,
                leaving || (status.running() && hypervisor.jobStats(permit.vm()).running()),
                parts.routes().to(Addresses.numeric(permit.destinationAddress()), null),
                parts.interfaces().list(),
                parts.identity().migrationCertificate().map(CertificateFacts::of));
    }

    private @Nullable String owner(Permit permit) throws HypervisorException {
        return DomainDescription.parse(parts.hypervisor().migratableXml(permit.vm()))
                .owner();
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
