package org.droveway.agent.link;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;

/** Gives each command to who carries it out, and its answer back. */
public final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    private final CommandHandler migrations;
    private final ModeControl mode;
    private final Consumer<EngineMessage.Certificates> certificates;
    private final Executor blocking;
    private final Executor loop;

    /**
     * @param blocking where mode changes and new certificates are carried out, in order
     * @param loop where answers are given
     */
    public Commands(
            CommandHandler migrations,
            ModeControl mode,
            Consumer<EngineMessage.Certificates> certificates,
            Executor blocking,
            Executor loop) {
        this.migrations = requireNonNull(migrations, "migrations");
        this.mode = requireNonNull(mode, "mode");
        this.certificates = requireNonNull(certificates, "certificates");
        this.blocking = requireNonNull(blocking, "blocking");
        this.loop = requireNonNull(loop, "loop");
    }

    void welcomed(EngineMessage.Welcome welcome) {
        blocking.execute(() -> mode.change(welcome.mode())
                .forEach(refusal -> LOG.log(
                        System.Logger.Level.ERROR,
                        () -> "mode " + welcome.mode() + ": " + refusal.object() + ": " + refusal.found())));
    }

    void carryOut(EngineMessage message, Consumer<AgentMessage.Reply> reply) {
        if (message instanceof EngineMessage.Start start) {
            answer(start.request(), () -> migrations.start(start), reply);
        } else if (message instanceof EngineMessage.Ask ask) {
            answer(ask.request(), () -> migrations.ask(ask), reply);
        } else if (message instanceof EngineMessage.Cancel cancel) {
            answer(cancel.request(), () -> migrations.cancel(cancel), reply);
        } else if (message instanceof EngineMessage.SetMode set) {
            answer(set.request(), () -> changeMode(set), reply);
        } else if (message instanceof EngineMessage.Certificates renewed) {
            blocking.execute(() -> certificates.accept(renewed));
        }
    }

    private CompletionStage<AgentMessage.Reply> changeMode(EngineMessage.SetMode set) {
        return CompletableFuture.supplyAsync(
                () -> new AgentMessage.Reply(set.request(), mode.change(set.mode()), null), blocking);
    }

    private void answer(
            UUID request, Supplier<CompletionStage<AgentMessage.Reply>> command, Consumer<AgentMessage.Reply> reply) {
        CompletableFuture<Void> unused = CompletableFuture.completedFuture(request)
                .thenCompose(id -> command.get())
                .exceptionally(failure -> internal(request, failure))
                .thenAcceptAsync(reply, loop);
    }

    private static AgentMessage.Reply internal(UUID request, Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, () -> "command " + request + " failed", failure);
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        Refusal refusal = Refusal.of(
                RefusalCode.INTERNAL,
                "command " + request,
                cause.toString(),
                "a command that is carried out or refused with a reason",
                "look into the agent's log and report this");
        return new AgentMessage.Reply(request, List.of(refusal), null);
    }
}
