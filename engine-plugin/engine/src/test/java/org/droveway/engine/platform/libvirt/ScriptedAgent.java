package org.droveway.engine.platform.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.droveway.engine.agentlink.ScriptedLinks;
import org.droveway.engine.migration.MigrationListener;
import org.droveway.engine.migration.NegotiationOutcome;
import org.droveway.engine.platform.memory.MemoryExecutor;
import org.droveway.engine.sample.SampleHost;
import org.droveway.engine.security.HostIdentity;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;
import org.jspecify.annotations.Nullable;

/**
 * An agent that speaks the protocol as a real one does, journal included, and has its migrations done by the memory platform. All
 * that it says it says on its own thread.
 */
final class ScriptedAgent implements MigrationListener, AutoCloseable {
    private final HostIdentity identity;
    private final ScriptedLinks engine;
    private final MemoryExecutor world;
    private final Orders orders;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<MigrationEvent> journal = new ArrayList<>();
    private ScriptedLinks.@Nullable Link link;
    private @Nullable HostReport report;
    private boolean up;

    ScriptedAgent(HostIdentity identity, ScriptedLinks engine, MemoryExecutor world, Orders orders) {
        this.identity = identity;
        this.engine = engine;
        this.world = world;
        this.orders = orders;
    }

    /** Connects if it is not, and reports; waits until the engine has heard it. */
    void report(HostReport newest) {
        await(thread.submit(() -> {
            report = newest;
            up = true;
            if (link == null) {
                connect();
            } else {
                say(new AgentMessage.Report(newest));
            }
        }));
    }

    /** The same, without waiting and only while it is up. */
    void reportLater(HostReport newest) {
        thread.execute(() -> {
            report = newest;
            if (up) {
                say(new AgentMessage.Report(newest));
            }
        });
    }

    void disconnect() {
        await(thread.submit(() -> {
            up = false;
            if (link != null) {
                link.close();
            }
        }));
    }

    @Override
    public void stepped(String reporter, MigrationEvent event) {
        if (reporter.equals(identity.host())) {
            thread.execute(() -> {
                journal.add(event);
                say(new AgentMessage.Event(event));
            });
        }
    }

    @Override
    public void progressed(MigrationProgress progress) {
        thread.execute(() -> say(new AgentMessage.Progress(progress)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void connect() {
        long last = journal.isEmpty() ? 0 : journal.get(journal.size() - 1).sequence();
        link = engine.open(identity, message -> thread.execute(() -> heard(message)), () -> thread.execute(this::lost));
        say(new AgentMessage.Hello(ProtocolVersion.CURRENT, SampleHost.CAPABILITIES, "0.1.0", identity.host(), last));
        if (report != null) {
            say(new AgentMessage.Report(report));
        }
    }

    private void lost() {
        link = null;
        if (up) {
            connect();
        }
    }

    private void say(AgentMessage message) {
        if (link != null) {
            link.send(message);
        }
    }

    private void heard(EngineMessage message) {
        if (message instanceof EngineMessage.Welcome welcome) {
            List.copyOf(journal).stream()
                    .filter(event -> event.sequence() > welcome.acknowledged())
                    .forEach(event -> say(new AgentMessage.Event(event)));
        } else if (message instanceof EngineMessage.Acknowledge acknowledge) {
            journal.removeIf(event -> event.sequence() <= acknowledge.sequence());
        } else if (message instanceof EngineMessage.Start start) {
            answer(start.request(), world.start(orders.task(start.order())));
        } else if (message instanceof EngineMessage.Ask ask) {
            answer(ask.request(), world.ask(orders.task(ask.order())));
        } else if (message instanceof EngineMessage.Cancel cancel) {
            world.cancel(cancel.migration()).thenAccept(refusals -> reply(cancel.request(), refusals));
        }
    }

    private void answer(UUID request, CompletionStage<NegotiationOutcome> stage) {
        stage.thenAccept(outcome -> {
            if (outcome instanceof NegotiationOutcome.Agreed agreed) {
                sayLater(new AgentMessage.Reply(request, List.of(), agreed.agreement()));
            } else if (outcome instanceof NegotiationOutcome.Refused refused) {
                reply(request, refused.refusals());
            }
        });
    }

    private void reply(UUID request, List<Refusal> refusals) {
        sayLater(new AgentMessage.Reply(request, refusals, null));
    }

    private void sayLater(AgentMessage message) {
        thread.execute(() -> say(message));
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
