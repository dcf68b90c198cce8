package org.droveway.agent;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.droveway.agent.identity.HostIdentity;
import org.droveway.agent.inventory.Reporter;
import org.droveway.agent.link.Backoff;
import org.droveway.agent.link.Commands;
import org.droveway.agent.link.Conversation;
import org.droveway.agent.link.EngineLink;
import org.droveway.agent.link.LinkTls;
import org.droveway.agent.link.Outbox;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.link.AgentMessage;

/** Everything between the agent and the engine. */
final class EngineSide implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RENEWAL_LOOK_EVERY = Duration.ofSeconds(10);

    private final HostSide host;
    private final Outbox outbox;
    private final MigrationSide migrations;
    private final Reporter reporter;
    private final Timer commands = new Timer("commands");
    private final Timer reports = new Timer("reports");
    private final Closing closing = new Closing();

    EngineSide(HostSide host, Outbox outbox, MigrationSide migrations, Supplier<HostReport> inventory) {
        this.host = host;
        this.outbox = outbox;
        this.migrations = migrations;
        this.reporter = new Reporter(inventory, report -> outbox.pass(new AgentMessage.Report(report)));
        closing.add(commands::close);
        closing.add(reports::close);
    }

    /** Begins to dial and to report. */
    void start(String name, HostIdentity identity, Renewal renewal) {
        EventLoopGroup loop = loop();
        Commands dispatch = new Commands(
                migrations.commands(),
                host.mode()::change,
                renewed -> renewal.accept(renewed.grant()),
                commands.executor(),
                loop);
        EngineLink link = new EngineLink(
                loop,
                identity::linkUrl,
                new LinkTls(identity.peers()),
                outbox,
                new Conversation(name, host.journal(), dispatch, this::reportNow),
                new Backoff(FIRST_WAIT, LONGEST_WAIT, new Random()));
        closing.add(link::close);
        link.start();
        migrations.vms().onChange(this::reportSoon);
        reports.every(LOOK_EVERY, reporter::tick);
        commands.every(RENEWAL_LOOK_EVERY, renewal::tick);
    }

    private void reportNow() {
        reporter.ask();
        reportSoon();
    }

    private void reportSoon() {
        reports.executor().execute(reporter::tick);
    }

    private EventLoopGroup loop() {
        EventLoopGroup loop =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("link", true), NioIoHandler.newFactory());
        closing.add(() -> {
            Future<?> unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        });
        return loop;
    }

    @Override
    public void close() {
        closing.close();
    }
}
