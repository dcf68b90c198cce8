package org.droveway.agent.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.journal.Step;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.link.CommandHandler;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.Agreement;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.permit.Permit;

/** The source's side: the engine's commands, and what a crash left behind. */
final class SourceService implements CommandHandler {
    private final SourceParts parts;
    private final SourceNegotiation negotiation;
    private final Departures departures = new Departures();

    SourceService(SourceParts parts, SourceNegotiation negotiation) {
        this.parts = parts;
        this.negotiation = negotiation;
    }

    /** Settles what the last run of the agent left; a VM concerned cannot be migrated before. */
    void recover() {
        for (SourceRecord record : parts.records().all().values()) {
            UUID vm = record.permit().vm();
            if (departures.reserve(record.migration(), vm)) {
                run(record, SourceState.recovered(record.circumstance()));
            }
        }
    }

    @Override
    public CompletionStage<AgentMessage.Reply> start(EngineMessage.Start command) {
        return answered(command.request(), () -> start(command.order()));
    }

    @Override
    public CompletionStage<AgentMessage.Reply> ask(EngineMessage.Ask command) {
        return answered(command.request(), () -> ask(command.order()));
    }

    @Override
    public CompletionStage<AgentMessage.Reply> cancel(EngineMessage.Cancel command) {
        List<Refusal> refusals = departures.cancel(command.migration())
                ? List.of()
                : List.of(Refusal.of(
                        RefusalCode.INTERNAL,
                        "migration " + command.migration(),
                        "not running on host " + parts.identity().host(),
                        "a running migration",
                        "look at the migration's state: it may have ended"));
        return CompletableFuture.completedFuture(new AgentMessage.Reply(command.request(), refusals, null));
    }

    /** Something the engine asked for. */
    private interface Negotiated {
        Agreement agree() throws RefusedException, HypervisorException;
    }

    private CompletionStage<AgentMessage.Reply> answered(UUID request, Negotiated work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new AgentMessage.Reply(request, List.of(), work.agree());
                    } catch (RefusedException e) {
                        return new AgentMessage.Reply(request, e.refusals(), null);
                    } catch (HypervisorException e) {
                        return new AgentMessage.Reply(
                                request,
                                List.of(Reported.libvirt(
                                        "host " + parts.identity().host(), String.valueOf(e.getMessage()))),
                                null);
                    }
                },
                parts.executor());
    }

    private Agreement ask(MigrationOrder order) throws RefusedException, HypervisorException {
        Permit permit = negotiation.verify(order);
        PeerResponse.Accept accept = negotiation.ask(order, permit, departures.leaving(permit.vm()));
        return agreement(permit, accept, Ports.NONE);
    }

    private Agreement start(MigrationOrder order) throws RefusedException, HypervisorException {
        Permit permit = negotiation.verify(order);
        if (!departures.reserve(permit.migration(), permit.vm())) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.VM_ALREADY_MIGRATING,
                    "VM " + permit.vmName(),
                    "a migration of it runs on host " + permit.sourceHost(),
                    "one migration of a VM at a time",
                    "wait for the other migration or cancel it")));
        }
        boolean begun = false;
        try {
            Agreement agreement = begin(order, permit);
            begun = true;
            return agreement;
        } finally {
            if (!begun) {
                parts.records().remove(permit.migration());
                departures.ended(permit.migration());
            }
        }
    }

    private Agreement begin(MigrationOrder order, Permit permit) throws RefusedException, HypervisorException {
        try {
            SourceRecord intended = new SourceRecord(
                    permit,
                    order,
                    order.parameters(),
                    null,
                    null,
                    null,
                    false,
                    false,
                    null,
                    copiedFiles(order, permit));
            parts.records().put(permit.migration(), intended);
            PeerResponse.Accept accept = negotiation.negotiate(order, permit);
            Ports ports = Ports.of(accept);
            SourceRecord accepted = intended.accepted(
                    Objects.requireNonNull(accept.lease(), "lease"), ports, accept.parameters(), accept.capabilities());
            parts.records().put(permit.migration(), accepted);
            Agreement agreement = agreement(permit, accept, ports);
            parts.events()
                    .publish(new Step(
                            permit.migration(),
                            parts.clock().instant(),
                            MigrationState.NEGOTIATED,
                            permit.sourceHost(),
                            null,
                            List.of(),
                            List.of()));
            run(accepted, SourceState.agreed(accepted.circumstance()));
            return agreement;
        } catch (UncheckedIOException e) {
            throw new RefusedException(List.of(
                    Reported.internal("journal of host " + permit.sourceHost(), String.valueOf(e.getMessage()))));
        }
    }

    private List<ImageFile> copiedFiles(MigrationOrder order, Permit permit)
            throws RefusedException, HypervisorException {
        try {
            List<VmDisk> disks = OfferBuilder.disks(parts.hypervisor(), permit);
            return DepartedDisks.identified(CopiedDisks.of(order.parameters(), disks));
        } catch (IOException e) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.DISK_NOT_COPYABLE,
                    "disks of VM " + permit.vmName(),
                    String.valueOf(e.getMessage()),
                    "a regular file for each disk that is to be copied",
                    "leave it out, or change it")));
        }
    }

    private Agreement agreement(Permit permit, PeerResponse.Accept accept, Ports ports) throws HypervisorException {
        String call = LibvirtCalls.of(
                        permit,
                        accept.parameters(),
                        parts.relaySocket(permit.migration()),
                        ports,
                        parts.hypervisor().persistent(permit.vm()))
                .text();
        return new Agreement(accept.listenAddress(), ports.memory(), ports.disks(), accept.parameters(), call);
    }

    private void run(SourceRecord record, SourceState state) {
        SourceSession session = new SourceSession(parts, record, state);
        departures.began(record.migration(), session);
        parts.executor().execute(() -> {
            try {
                session.run();
            } finally {
                departures.ended(record.migration());
            }
        });
    }
}
