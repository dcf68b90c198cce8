package org.droveway.agent.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.journal.FileJournal;
import org.droveway.agent.journal.Step;
import org.droveway.agent.testing.Authority;
import org.droveway.agent.testing.FakeEngine;
import org.droveway.agent.testing.ServerTls;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.link.AgentMessage;
import org.droveway.protocol.link.EngineMessage;
import org.droveway.protocol.link.MigrationProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestEngineLink {
    private static final UUID REQUEST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID MIGRATION = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private final Authority authority = new Authority("Droveway agents");
    private final SSLContext engineTls = ServerTls.of(authority, "CN=engine", "127.0.0.1");
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private final List<HostMode> modes = new CopyOnWriteArrayList<>();
    private final List<EngineMessage.Certificates> certificates = new CopyOnWriteArrayList<>();
    private final AtomicInteger welcomes = new AtomicInteger();
    private final CompletableFuture<AgentMessage.Reply> migrating = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private FakeEngine engine = new FakeEngine(engineTls, 0);
    private FileJournal journal;
    private Outbox outbox;
    private EngineLink link;

    @TempDir
    private Path folder;

    /** Answers Start when the test says so, Ask at once, Cancel by failing. */
    private final class Handler implements CommandHandler {
        @Override
        public CompletionStage<AgentMessage.Reply> start(EngineMessage.Start command) {
            asked.countDown();
            return migrating;
        }

        @Override
        public CompletionStage<AgentMessage.Reply> ask(EngineMessage.Ask command) {
            return CompletableFuture.completedFuture(new AgentMessage.Reply(command.request(), List.of(), null));
        }

        @Override
        public CompletionStage<AgentMessage.Reply> cancel(EngineMessage.Cancel command) {
            throw new IllegalStateException("broken");
        }
    }

    private static void welcoming(FakeEngine engine, AgentMessage message) {
        if (message instanceof AgentMessage.Hello) {
            engine.say(new EngineMessage.Welcome(Set.of(), 0, HostMode.ENFORCE));
        }
    }

    @BeforeEach
    void connect() {
        journal = new FileJournal(folder.resolve("events.log"));
        outbox = new Outbox(journal);
        engine.does(TestEngineLink::welcoming);
        dial(engine.address(), ServerTls.of(authority, "CN=h1", "h1"));
    }

    private void dial(URI address, SSLContext tls) {
        Commands commands = new Commands(
                new Handler(),
                mode -> {
                    modes.add(mode);
                    return List.of();
                },
                certificates::add,
                blocking,
                loop);
        link = new EngineLink(
                loop,
                () -> address,
                new LinkTls(tls),
                outbox,
                new Conversation("h1", journal, commands, welcomes::incrementAndGet),
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(50), new Random()));
        link.start();
    }

    @AfterEach
    void close() {
        link.close();
        engine.close();
        blocking.shutdownNow();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void publish(MigrationState state) {
        outbox.publish(
                new Step(MIGRATION, Instant.parse("2026-11-21T10:00:00Z"), state, "h1", null, List.of(), List.of()));
    }

    private List<Long> sequencesHeard() {
        return engine.heard(AgentMessage.Event.class).stream()
                .map(message -> message.event().sequence())
                .toList();
    }

    private void restartEngine(BiConsumer<FakeEngine, AgentMessage> behaviour) {
        int port = engine.port();
        engine.close();
        engine = new FakeEngine(engineTls, port);
        engine.does(behaviour);
    }

    @Test
    void greetsFirst() {
        await().until(link::isUp);
        assertThat(engine.heard()).first().isInstanceOfSatisfying(AgentMessage.Hello.class, hello -> {
            assertThat(hello.host()).isEqualTo("h1");
            assertThat(hello.protocolVersion()).isEqualTo(ProtocolVersion.CURRENT);
            assertThat(hello.capabilities()).isEqualTo(Capabilities.own());
            assertThat(hello.lastSequence()).isZero();
        });
    }

    @Test
    void takesTheModeOfTheWelcome() {
        await().untilAsserted(() -> assertThat(modes).containsExactly(HostMode.ENFORCE));
        assertThat(welcomes).hasValue(1);
    }

    @Test
    void saysNothingBeforeItIsWelcome() {
        restartEngine((engine, message) -> {});
        outbox.progress(new MigrationProgress(MIGRATION, Instant.EPOCH, 0, 0, 0, 0, 0, 0));
        publish(MigrationState.COPYING);
        await().until(() -> !engine.heard().isEmpty());
        assertThat(engine.heard()).hasOnlyElementsOfType(AgentMessage.Hello.class);
    }

    @Test
    void sendsEventsInTheirOrder() {
        await().until(link::isUp);
        for (int i = 0; i < 50; i++) {
            publish(MigrationState.COPYING);
        }
        await().until(() -> sequencesHeard().size() == 50);
        assertThat(sequencesHeard()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void sendsAgainWhatWasNotAcknowledged() {
        await().until(link::isUp);
        publish(MigrationState.COPYING);
        publish(MigrationState.SWITCHOVER);
        await().until(() -> sequencesHeard().size() == 2);
        restartEngine((engine, message) -> {
            if (message instanceof AgentMessage.Hello) {
                engine.say(new EngineMessage.Welcome(Set.of(), 1, HostMode.ENFORCE));
            }
        });
        await().untilAsserted(() -> assertThat(sequencesHeard()).containsExactly(2L));
    }

    @Test
    void doesNotSendAgainWhatWasAcknowledged() {
        await().until(link::isUp);
        publish(MigrationState.COPYING);
        await().until(() -> sequencesHeard().size() == 1);
        engine.say(new EngineMessage.Acknowledge(1));
        await().until(() -> journal.after(0).isEmpty());
        restartEngine(TestEngineLink::welcoming);
        publish(MigrationState.CLOSING);
        await().untilAsserted(() -> assertThat(sequencesHeard()).containsExactly(2L));
    }

    @Test
    void deliversWhatHappenedWhileTheEngineWasDown() {
        await().until(link::isUp);
        int port = engine.port();
        engine.close();
        publish(MigrationState.COPYING);
        publish(MigrationState.CLOSING);
        publish(MigrationState.COMPLETED);
        engine = new FakeEngine(engineTls, port);
        engine.does(TestEngineLink::welcoming);
        await().untilAsserted(() -> assertThat(sequencesHeard()).containsExactly(1L, 2L, 3L));
    }

    @Test
    void countsBehindAnEngineThatKnowsMore() {
        await().until(link::isUp);
        restartEngine((engine, message) -> {
            if (message instanceof AgentMessage.Hello) {
                engine.say(new EngineMessage.Welcome(Set.of(), 41, HostMode.ENFORCE));
            }
        });
        await().until(() -> journal.lastSequence() == 41);
        publish(MigrationState.COPYING);
        await().untilAsserted(() -> assertThat(sequencesHeard()).containsExactly(42L));
    }

    @Test
    void dropsProgressWhileTheEngineIsDown() {
        await().until(link::isUp);
        outbox.progress(new MigrationProgress(MIGRATION, Instant.EPOCH, 1, 0, 0, 0, 0, 0));
        await().until(() -> engine.heard(AgentMessage.Progress.class).size() == 1);
        engine.cut();
        await().until(() -> !link.isUp() || welcomes.get() == 2);
        await().until(() -> welcomes.get() == 2);
        assertThat(engine.heard(AgentMessage.Progress.class)).hasSize(1);
    }

    @Test
    void comesBackAgainAndAgain() {
        for (int i = 1; i <= 5; i++) {
            int expected = i;
            await().until(() -> welcomes.get() >= expected);
            engine.cut();
        }
        await().until(() -> welcomes.get() >= 6);
    }

    @Test
    void answersACommand() {
        await().until(link::isUp);
        engine.sayText("{\"type\":\"set-mode\",\"request\":\"" + REQUEST + "\",\"mode\":\"assist\",\"unknown\":1}");
        await().untilAsserted(() -> assertThat(engine.heard(AgentMessage.Reply.class))
                .containsExactly(new AgentMessage.Reply(REQUEST, List.of(), null)));
        assertThat(modes).contains(HostMode.ASSIST);
    }

    @Test
    void aCommandThatBreaksIsAnsweredAllTheSame() {
        await().until(link::isUp);
        engine.say(new EngineMessage.Cancel(REQUEST, MIGRATION));
        await().until(() -> !engine.heard(AgentMessage.Reply.class).isEmpty());
        assertThat(engine.heard(AgentMessage.Reply.class).get(0).refusals())
                .extracting(Refusal::code)
                .containsExactly("INTERNAL");
        assertThat(link.isUp()).isTrue();
    }

    @Test
    void anAnswerOutlivesTheConnectionOfItsQuestion() {
        await().until(link::isUp);
        engine.say(new EngineMessage.Start(REQUEST, Orders.any()));
        await().until(() -> asked.getCount() == 0);
        engine.cut();
        // An answer on a connection whose end is not noticed yet is lost; the engine knows of that end by itself.
        await().until(() -> welcomes.get() == 2);
        migrating.complete(new AgentMessage.Reply(REQUEST, List.of(), null));
        await().until(() -> engine.heard(AgentMessage.Reply.class).size() == 1);
    }

    @Test
    void handsOnNewCertificates() {
        await().until(link::isUp);
        engine.sayText("{\"type\":\"certificates\",\"grant\":{\"agentCertificate\":\"a\",\"agentCa\":\"b\","
                + "\"migrationCertificate\":\"c\",\"migrationCa\":\"d\",\"permitKey\":\"e\",\"linkUrl\":\"f\"}}");
        await().until(() -> certificates.size() == 1);
        assertThat(certificates.get(0).grant().linkUrl()).isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\":\"no-such-thing\"}", "{\"type\":\"start\"}"})
    void nonsenseEndsTheConnectionAndNothingElse(String text) {
        await().until(link::isUp);
        engine.sayText(text);
        await().until(() -> welcomes.get() == 2);
    }

    @Test
    void anEngineOfAnotherCaHearsNothing() {
        link.close();
        try (FakeEngine other = new FakeEngine(ServerTls.of(new Authority("Another"), "CN=engine", "127.0.0.1"), 0)) {
            other.does(TestEngineLink::welcoming);
            dial(other.address(), ServerTls.of(authority, "CN=h1", "h1"));
            await().during(Duration.ofMillis(300)).until(() -> other.heard().isEmpty());
        }
    }

    @Test
    void anAgentCannotPoseAsTheEngine() {
        link.close();
        try (FakeEngine other = new FakeEngine(ServerTls.of(authority, "CN=h2", "h2", "10.61.0.12"), 0)) {
            other.does(TestEngineLink::welcoming);
            dial(other.address(), ServerTls.of(authority, "CN=h1", "h1"));
            await().during(Duration.ofMillis(300)).until(() -> other.heard().isEmpty());
        }
    }
}
