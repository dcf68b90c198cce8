package org.droveway.engine.platform.libvirt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.droveway.engine.agentlink.AgentLinks;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.migration.ExecutorAbilities;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationExecutor;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.engine.scheduling.CapabilityFilter;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.Agreement;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.link.MigrationProgress;
import org.jspecify.annotations.Nullable;

/** Moves VMs by telling the source's agent, which does the rest with the destination's. */
@ApplicationScoped
public class LibvirtExecutor implements MigrationExecutor {
    @Inject
    AgentLinks links;

    @Inject
    LibvirtInventory inventory;

    @Inject
    MigrationStore migrations;

    private final List<MigrationListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public ExecutorAbilities abilities() {
        return ExecutorAbilities.ALL;
    }

    @Override
    public CompletionStage<NegotiationOutcome> start(MigrationTask task) {
        return negotiate(task, EngineMessage.Start::new);
    }

    @Override
    public CompletionStage<NegotiationOutcome> ask(MigrationTask task) {
        return negotiate(task, EngineMessage.Ask::new);
    }

    private CompletionStage<NegotiationOutcome> negotiate(
            MigrationTask task, BiFunction<UUID, MigrationOrder, EngineMessage> message) {
        HostReport destination = report(task.plan().to());
        List<Refusal> absent = new ArrayList<>();
        if (!links.isConnected(task.plan().from())) {
            absent.add(absent(task.plan().from(), "its agent is not connected"));
        }
        if (destination == null) {
            absent.add(absent(task.plan().to(), "its agent never reported"));
        }
        if (destination == null || !absent.isEmpty()) {
            return CompletableFuture.completedStage(new NegotiationOutcome.Refused(absent));
        }
        List<Refusal> unable = unable(task.plan());
        if (!unable.isEmpty()) {
            return CompletableFuture.completedStage(new NegotiationOutcome.Refused(unable));
        }
        MigrationOrder order = new MigrationOrder(
                task.permit(),
                destination.managementAddress(),
                destination.peerPort(),
                task.plan().orderParameters());
        return links.ask(task.plan().from(), request -> message.apply(request, order))
                .thenApply(LibvirtExecutor::outcome);
    }

    @Override
    public CompletionStage<List<Refusal>> cancel(UUID migration) {
        Optional<Migration> known = migrations.find(migration);
        if (known.isEmpty()) {
            return CompletableFuture.completedStage(List.of(unknown(migration)));
        }
        return links.ask(known.get().plan().from(), request -> new EngineMessage.Cancel(request, migration))
                .thenApply(AgentMessage.Reply::refusals);
    }

    @Override
    public Subscription observe(MigrationListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** An agent's event; stored by every listener when this returns. */
    void stepped(String host, MigrationEvent event) {
        if (listeners.isEmpty()) {
            throw new IllegalStateException("nobody stores events yet; the agent sends it again");
        }
        listeners.forEach(listener -> listener.stepped(host, event));
    }

    void progressed(MigrationProgress progress) {
        listeners.forEach(listener -> listener.progressed(progress));
    }

    private static NegotiationOutcome outcome(AgentMessage.Reply reply) {
        Agreement agreement = reply.agreement();
        if (!reply.refusals().isEmpty()) {
            return new NegotiationOutcome.Refused(reply.refusals());
        }
        return agreement == null
                ? new NegotiationOutcome.Refused(List.of(Refusal.of(
                        RefusalCode.INTERNAL,
                        "the source's agent",
                        "an answer with neither agreement nor refusal",
                        "one of them",
                        "look into the agent's log")))
                : new NegotiationOutcome.Agreed(agreement);
    }

    /** An agent that was replaced by an older one since the plan was made is not sent what it would leave out. */
    private List<Refusal> unable(Plan plan) {
        Set<String> needs = plan.orderParameters().needs();
        return Stream.of(plan.from(), plan.to())
                .flatMap(host -> Stream.ofNullable(inventory.status(host)))
                .flatMap(host -> CapabilityFilter.missing(host.name(), host.capabilities(), needs).stream())
                .toList();
    }

    private @Nullable HostReport report(String host) {
        HostStatus status = inventory.status(host);
        return status == null ? null : status.report();
    }

    /** Nothing was sent, so this is an answer; a link lost later leaves the question open. */
    private static Refusal absent(String host, String found) {
        return Refusal.of(RefusalCode.HOST_DOWN, "host " + host, found, "a host that is up", "start the agent there");
    }

    private static Refusal unknown(UUID migration) {
        return Refusal.of(
                RefusalCode.INTERNAL,
                "migration " + migration,
                "not known",
                "a known migration",
                "list the migrations");
    }
}
