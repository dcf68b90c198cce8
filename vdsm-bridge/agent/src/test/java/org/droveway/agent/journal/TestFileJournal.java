package org.droveway.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.link.MigrationEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFileJournal {
    private static final UUID MIGRATION = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @TempDir
    private Path folder;

    private FileJournal open() {
        return new FileJournal(folder.resolve("events.log"));
    }

    private static Step step(MigrationState state) {
        return new Step(
                MIGRATION,
                Instant.parse("2026-11-21T10:00:00Z"),
                state,
                "h1",
                "line one\nline two",
                List.of(new Refusal("INTERNAL", "object", "found", "needed", "remedy")),
                List.of());
    }

    @Test
    void numbersFromOne() {
        try (FileJournal journal = open()) {
            assertThat(journal.lastSequence()).isZero();
            assertThat(journal.append(step(MigrationState.COPYING)).sequence()).isEqualTo(1);
            assertThat(journal.append(step(MigrationState.CLOSING)).sequence()).isEqualTo(2);
        }
    }

    @Test
    void keepsEveryFieldOverARestart() {
        MigrationEvent written;
        try (FileJournal journal = open()) {
            written = journal.append(step(MigrationState.FAILED));
        }
        try (FileJournal journal = open()) {
            assertThat(journal.after(0)).containsExactly(written);
        }
    }

    @Test
    void countsOnAfterARestart() {
        try (FileJournal journal = open()) {
            journal.append(step(MigrationState.COPYING));
        }
        try (FileJournal journal = open()) {
            assertThat(journal.append(step(MigrationState.CLOSING)).sequence()).isEqualTo(2);
        }
    }

    @Test
    void givesOnlyWhatIsLater() {
        try (FileJournal journal = open()) {
            for (int i = 0; i < 5; i++) {
                journal.append(step(MigrationState.COPYING));
            }
            assertThat(journal.after(3)).extracting(MigrationEvent::sequence).containsExactly(4L, 5L);
            assertThat(journal.after(5)).isEmpty();
        }
    }

    @Test
    void forgetsWhatWasAcknowledged() {
        try (FileJournal journal = open()) {
            journal.append(step(MigrationState.COPYING));
            journal.append(step(MigrationState.CLOSING));
            journal.acknowledge(1);
            assertThat(journal.after(0)).extracting(MigrationEvent::sequence).containsExactly(2L);
        }
    }

    @Test
    void neverGivesASequenceTwiceEvenWhenEverythingIsForgotten() {
        try (FileJournal journal = open()) {
            for (int i = 0; i < 200; i++) {
                journal.append(step(MigrationState.COPYING));
            }
            journal.acknowledge(200);
        }
        try (FileJournal journal = open()) {
            assertThat(journal.after(0)).isEmpty();
            assertThat(journal.lastSequence()).isEqualTo(200);
            assertThat(journal.append(step(MigrationState.CLOSING)).sequence()).isEqualTo(201);
        }
    }

    @Test
    void doesNotGrowForEver() throws IOException {
        try (FileJournal journal = open()) {
            for (int i = 1; i <= 1000; i++) {
                journal.acknowledge(journal.append(step(MigrationState.COPYING)).sequence());
            }
        }
        assertThat(Files.size(folder.resolve("events.log"))).isLessThan(100_000);
    }

    @Test
    void startsBehindWhatTheEngineKnowsWhenItsOwnFileWasLost() {
        try (FileJournal journal = open()) {
            journal.acknowledge(77);
        }
        try (FileJournal journal = open()) {
            assertThat(journal.append(step(MigrationState.COPYING)).sequence()).isEqualTo(78);
        }
    }

    @Test
    void aTornWriteIsAnEventThatNeverWas() throws IOException {
        Path file = folder.resolve("events.log");
        try (FileJournal journal = open()) {
            journal.append(step(MigrationState.COPYING));
            journal.append(step(MigrationState.CLOSING));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 2; cut < whole.length / 2; cut += 7) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            try (FileJournal journal = open()) {
                assertThat(journal.lastSequence()).isEqualTo(1);
                assertThat(journal.append(step(MigrationState.FAILED)).sequence())
                        .isEqualTo(2);
            }
        }
    }
}
