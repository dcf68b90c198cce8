package org.droveway.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRecordStore {
    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");

    record Thing(String name, Instant at) {}

    @TempDir
    private Path folder;

    private RecordStore<Thing> store;

    @BeforeEach
    void open() {
        store = new RecordStore<>(folder.resolve("things"), Thing.class);
    }

    private Path file(UUID id) {
        return folder.resolve("things").resolve(id + ".json");
    }

    @Test
    void readsWhatItWrote() {
        Thing thing = new Thing("a", Instant.parse("2026-11-21T10:00:00.123456Z"));
        store.put(ONE, thing);
        assertThat(new RecordStore<>(folder.resolve("things"), Thing.class).all())
                .containsEntry(ONE, thing);
    }

    @Test
    void replaces() {
        store.put(ONE, new Thing("a", Instant.EPOCH));
        store.put(ONE, new Thing("b", Instant.EPOCH));
        assertThat(store.all().get(ONE).name()).isEqualTo("b");
    }

    @Test
    void removesForGood() {
        store.put(ONE, new Thing("a", Instant.EPOCH));
        store.remove(ONE);
        store.remove(ONE);
        assertThat(store.all()).isEmpty();
        assertThat(file(ONE)).doesNotExist();
    }

    @Test
    void aDamagedRecordDoesNotHideTheOthers() throws IOException {
        store.put(ONE, new Thing("a", Instant.EPOCH));
        Files.writeString(file(TWO), "{\"name\": \"b");
        assertThat(store.all()).containsOnlyKeys(ONE);
        assertThat(store.damaged()).containsExactly(TWO);
    }

    @Test
    void whatACrashLeftOfAWriteIsNotARecord() throws IOException {
        store.put(ONE, new Thing("a", Instant.EPOCH));
        Files.writeString(folder.resolve("things").resolve("." + TWO + ".json.draft"), "{");
        Files.writeString(folder.resolve("things").resolve("notes.json"), "{}");
        assertThat(store.all()).containsOnlyKeys(ONE);
        assertThat(store.damaged()).isEmpty();
    }

    @Test
    void writesOverTheDraftOfACrash() throws IOException {
        Files.writeString(folder.resolve("things").resolve("." + ONE + ".json.draft"), "{");
        store.put(ONE, new Thing("a", Instant.EPOCH));
        assertThat(store.all()).containsOnlyKeys(ONE);
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        store.put(ONE, new Thing("a", Instant.EPOCH));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(ONE))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatItCouldNotWrite() throws IOException {
        Files.delete(folder.resolve("things"));
        assertThatThrownBy(() -> store.put(ONE, new Thing("a", Instant.EPOCH)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file(ONE).toString());
    }
}
