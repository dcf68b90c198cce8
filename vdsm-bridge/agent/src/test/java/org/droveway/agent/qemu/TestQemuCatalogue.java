package org.droveway.agent.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.droveway.agent.testing.SettableClock;
import org.droveway.protocol.peer.QemuAbilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestQemuCatalogue {
    private static final QemuFinding KNOWN =
            QemuFinding.of(new QemuAbilities("7.2.22", Set.of(), Set.of(), Set.of(), true));

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile QemuFinding finding = KNOWN;
    private Path emulator;

    @BeforeEach
    void install() throws IOException {
        emulator = Files.writeString(folder.resolve("qemu"), "one");
    }

    @AfterEach
    void end() {
        answering.countDown();
        executor.shutdownNow();
    }

    private QemuCatalogue catalogue(QemuCatalogue.Asking asking) {
        return new QemuCatalogue(asking, Duration.ofSeconds(20), executor, clock);
    }

    private QemuFinding ask(Path path) {
        asked.incrementAndGet();
        return finding;
    }

    private QemuFinding askWhenLetGo(Path path) {
        asked.incrementAndGet();
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return finding;
    }

    @Test
    void aFileIsAskedOnce() {
        QemuCatalogue catalogue = catalogue(this::ask);
        assertThat(catalogue.of(emulator)).isEqualTo(KNOWN);
        clock.advance(Duration.ofDays(365));
        assertThat(catalogue.of(emulator)).isEqualTo(KNOWN);
        assertThat(asked).hasValue(1);
    }

    @Test
    void manyWhoAskAtTheSameTimeMakeOneProcess() {
        QemuCatalogue catalogue = catalogue(this::askWhenLetGo);
        List<CompletableFuture<QemuFinding>> all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> catalogue.of(emulator), executor))
                .toList();
        answering.countDown();
        assertThat(all)
                .allSatisfy(one ->
                        assertThat(one).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(KNOWN));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aReplacedFileIsAskedAgain() throws IOException {
        QemuCatalogue catalogue = catalogue(this::ask);
        catalogue.of(emulator);
        Files.writeString(emulator, "another");
        catalogue.of(emulator);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFileOfTheSameSizeIsKnownByItsTime() throws IOException {
        QemuCatalogue catalogue = catalogue(this::ask);
        catalogue.of(emulator);
        Files.setLastModifiedTime(emulator, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        catalogue.of(emulator);
        assertThat(asked).hasValue(2);
    }

    @Test
    void oneThatDidNotAnswerIsAskedAgainAfterAWhile() {
        finding = QemuFinding.unknown("held up");
        QemuCatalogue catalogue = catalogue(this::ask);
        assertThat(catalogue.of(emulator).complaint()).isEqualTo("held up");
        finding = KNOWN;
        assertThat(catalogue.of(emulator).complaint()).isEqualTo("held up");
        clock.advance(Duration.ofSeconds(30));
        assertThat(catalogue.of(emulator)).isEqualTo(KNOWN);
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsForOneThatTakesLong() {
        QemuCatalogue catalogue = new QemuCatalogue(this::askWhenLetGo, Duration.ofMillis(20), executor, clock);
        assertThat(catalogue.of(emulator).complaint()).isEqualTo(emulator + " has not answered yet");
        answering.countDown();
    }

    @Test
    void whatIsNoFileIsNotStarted() {
        assertThat(catalogue(this::ask).of(folder.resolve("missing")).complaint())
                .contains("cannot be looked at");
        assertThat(asked).hasValue(0);
    }
}
