package org.droveway.agent.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.compatibility.Rules;
import org.droveway.agent.compatibility.Side;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.NoFreePortException;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorVersions;
import org.droveway.agent.negotiation.CopyChecks;
import org.droveway.agent.negotiation.Negotiation;
import org.droveway.agent.negotiation.OfferCheck;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.preflight.DestinationRows;
import org.droveway.agent.relay.RelayContract;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.HostAbilities;
import org.droveway.protocol.peer.PeerRequest.Offer;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;
import org.jspecify.annotations.Nullable;

/** Answers offers: verifies, gathers facts, asks the pure negotiation, and only then takes anything. */
final class Acceptance {
    private final DestinationParts parts;
    private final DestinationSessions sessions;
    private final ArrivingDisks arriving;

    Acceptance(DestinationParts parts, DestinationSessions sessions) {
        this.parts = parts;
        this.sessions = sessions;
        this.arriving = new ArrivingDisks(parts.images(), sessions);
    }

    PeerResponse answer(Offer offer, String peer) {
        try {
            return judged(offer, peer);
        } catch (RefusedException e) {
            return new PeerResponse.Refuse(e.refusals());
        } catch (HypervisorException e) {
            return refuse(Reported.libvirt("host " + parts.identity().host(), String.valueOf(e.getMessage())));
        } catch (IOException | UncheckedIOException e) {
            return refuse(Reported.internal("host " + parts.identity().host(), String.valueOf(e.getMessage())));
        }
    }

    private PeerResponse judged(Offer offer, String peer) throws RefusedException, HypervisorException, IOException {
        Permit permit = Negotiation.verify(offer.permit(), parts.identity().permitKey());
        DomainDescription vm = OfferCheck.describe(offer.vm());
        Set<UUID> arriving = sessions.arriving();
        HostAbilities own = parts.survey().abilities(vm.emulator());
        List<Refusal> refusals = new ArrayList<>(DestinationRows.refusals(parts.survey()
                .destination(
                        parts.identity().host(),
                        vm,
                        offer.vm().domainXml(),
                        offer.parameters().security())));
        refusals.addAll(OfferCheck.refusals(offer.vm(), vm));
        refusals.addAll(Negotiation.refusals(
                offer,
                permit,
                peer,
                parts.redemptions().isRedeemed(permit),
                parts.facts().about(vm, permit, arriving)));
        refusals.addAll(CopyChecks.refusals(
                offer, parts.identity().host(), parts.places().of(CopiedDisks.of(offer))));
        HypervisorVersions versions = parts.hypervisor().versions();
        refusals.addAll(Rules.refusals(
                Pairs.of(permit, offer, Side.of(permit.destinationHost(), versions.libvirt(), versions.qemu(), own))));
        if (!refusals.isEmpty()) {
            return new PeerResponse.Refuse(refusals);
        }
        Answer answer = new Answer(offer, permit, versions, own);
        return offer.asking() ? answer.accept(null) : take(answer, vm);
    }

    private PeerResponse take(Answer answer, DomainDescription vm) throws HypervisorException {
        Permit permit = answer.permit();
        Offer offer = answer.offer();
        if (!parts.redemptions().redeem(permit)) {
            return refuse(Refusal.of(
                    RefusalCode.PERMIT_REUSED,
                    "permit " + permit.id(),
                    "redeemed before",
                    "a permit that was never used",
                    "ask the engine for a new migration"));
        }
        Lease lease;
        try {
            lease = parts.leases().take(permit);
        } catch (NoFreePortException e) {
            return refuse(Refusal.of(
                    RefusalCode.NO_FREE_PORT,
                    "host " + parts.identity().host(),
                    String.valueOf(e.getMessage()),
                    "as many free ports as the migration needs",
                    "wait for a migration to end, or enlarge the port pool"));
        }
        RelayContract contract = new RelayContract(
                vm,
                permit.destinationAddress(),
                lease.memoryPort(),
                lease.disksPort(),
                offer.parameters(),
                CopiedDisks.sizes(offer),
                false,
                parts.libvirtUri());
        DestinationRecord record = new DestinationRecord(
                lease.id(),
                permit,
                DestinationPhase.LEASED,
                ArrivingDisks.planned(CopiedDisks.of(offer)),
                offer.parameters().handover(),
                false);
        if (!sessions.begin(record, contract)) {
            parts.leases().end(lease.id());
            return refuse(Refusal.of(
                    RefusalCode.VM_ALREADY_MIGRATING,
                    "VM " + permit.vmName(),
                    "is on its way to host " + parts.identity().host(),
                    "one migration of a VM at a time",
                    "wait for the other migration or cancel it"));
        }
        return makeDisks(offer, permit, lease).orElseGet(() -> answer.accept(lease));
    }

    /** Empty: they are there. Else nothing is. */
    private Optional<PeerResponse> makeDisks(Offer offer, Permit permit, Lease lease) throws HypervisorException {
        List<VmDisk> disks = CopiedDisks.of(offer);
        Optional<DestinationSession> session = sessions.find(lease.id());
        if (disks.isEmpty() || session.isEmpty()) {
            return Optional.empty();
        }
        boolean made = false;
        try {
            arriving.make(session.get(), disks, parts.hypervisor().abilities().owner());
            made = true;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(refuse(Refusal.of(
                    RefusalCode.DISK_NOT_COPYABLE,
                    "disks of VM " + permit.vmName(),
                    "host " + parts.identity().host() + " cannot make them: " + e,
                    "a place for each disk that is to be copied",
                    "look at the storage of host " + parts.identity().host())));
        } finally {
            if (!made) {
                ArrivingDisks.remove(session.get().record());
                parts.leases().end(lease.id());
                sessions.forget(lease.id());
            }
        }
    }

    /** An offer that nothing speaks against, and what is answered to it. */
    private record Answer(Offer offer, Permit permit, HypervisorVersions versions, HostAbilities own) {
        PeerResponse accept(@Nullable Lease lease) {
            return new PeerResponse.Accept(
                    lease == null ? null : lease.id(),
                    permit.destinationAddress(),
                    lease == null ? null : lease.memoryPort(),
                    lease == null ? null : lease.disksPort(),
                    offer.parameters(),
                    Capabilities.own(),
                    versions.libvirt(),
                    versions.qemu(),
                    own);
        }
    }

    private static PeerResponse refuse(Refusal refusal) {
        return new PeerResponse.Refuse(List.of(refusal));
    }
}
