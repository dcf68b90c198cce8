package org.droveway.agent.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.lease.NoFreePortException;
import org.droveway.agent.lease.UnknownLeaseException;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorVersions;
import org.droveway.agent.negotiation.Negotiation;
import org.droveway.agent.negotiation.OfferCheck;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.relay.RelayContract;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;

/** The destination's part when an interrupted post-copy goes on: another port for the same VM under the same permit. */
final class Resumption {
    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(3);

    private final DestinationParts parts;
    private final DestinationSessions sessions;

    Resumption(DestinationParts parts, DestinationSessions sessions) {
        this.parts = parts;
        this.sessions = sessions;
    }

    /**
     * Leases another port in place of the one before.
     *
     * @param peer name of the host that asks, from its certificate
     */
    PeerResponse answer(PeerRequest.Resume request, String peer) throws HypervisorException {
        try {
            Permit permit =
                    Negotiation.verify(request.permit(), parts.identity().permitKey());
            DestinationSession session = sessions.ofMigration(permit.migration())
                    .filter(known -> known.record().permit().equals(permit))
                    .filter(known -> permit.sourceHost().equals(peer))
                    .orElseThrow(() -> new UnknownLeaseException(permit.migration()));
            DomainDescription vm = OfferCheck.describe(request.vm());
            List<Refusal> refusals = new ArrayList<>(OfferCheck.refusals(request.vm(), vm));
            refusals.addAll(state(permit, interrupted(permit.vm())));
            if (!refusals.isEmpty()) {
                return new PeerResponse.Refuse(refusals);
            }
            return lease(session, request, vm);
        } catch (RefusedException e) {
            return new PeerResponse.Refuse(e.refusals());
        } catch (NoFreePortException e) {
            return new PeerResponse.Refuse(List.of(Refusal.of(
                    RefusalCode.NO_FREE_PORT,
                    "host " + parts.identity().host(),
                    String.valueOf(e.getMessage()),
                    "a free port beside the one that was interrupted",
                    "wait for a migration to end, or enlarge the port pool; it is tried again")));
        }
    }

    private PeerResponse lease(DestinationSession session, PeerRequest.Resume request, DomainDescription vm)
            throws HypervisorException {
        Permit permit = session.record().permit();
        HypervisorVersions versions = parts.hypervisor().versions();
        UUID before = session.record().lease();
        Lease lease = parts.leases().take(permit);
        session.cut();
        RelayContract contract = new RelayContract(
                vm,
                permit.destinationAddress(),
                lease.memoryPort(),
                lease.disksPort(),
                request.parameters(),
                Map.of(),
                true,
                parts.libvirtUri());
        sessions.replace(
                session, session.again(lease.id(), contract, parts.leases().end(before)));
        return new PeerResponse.Accept(
                lease.id(),
                permit.destinationAddress(),
                lease.memoryPort(),
                lease.disksPort(),
                request.parameters(),
                Capabilities.own(),
                versions.libvirt(),
                versions.qemu(),
                parts.survey().abilities(vm.emulator()));
    }

    /** QEMU here does not notice by itself that nothing comes any more, while its guest waits for pages. */
    private DomainStatus interrupted(UUID vm) throws HypervisorException {
        DomainStatus status = parts.hypervisor().status(vm);
        if (!status.postCopy()) {
            return status;
        }
        parts.hypervisor().pauseIncomingPostCopy(vm);
        long end = System.nanoTime() + INTERRUPTED_WITHIN.toNanos();
        while (status.postCopy() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000L);
            status = parts.hypervisor().status(vm);
        }
        return status;
    }

    private List<Refusal> state(Permit permit, DomainStatus status) {
        return status.postCopyFailed()
                ? List.of()
                : List.of(Refusal.of(
                        RefusalCode.VM_NOT_RUNNING,
                        "VM " + permit.vmName(),
                        status.word() + " on host " + parts.identity().host(),
                        "running (post-copy failed): only that can go on",
                        "look at both hosts; post-copy is tried again"));
    }
}
