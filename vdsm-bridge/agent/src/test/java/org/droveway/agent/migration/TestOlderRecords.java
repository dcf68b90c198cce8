package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.droveway.agent.lease.Lease;
import org.droveway.agent.store.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent may be upgraded while a migration runs: what the earlier one wrote, recorded then, means the same to this one. */
class TestOlderRecords {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    @TempDir
    private Path folder;

    @Test
    void aDepartingVm() throws IOException {
        SourceRecord record = read("source.json", SourceRecord.class);

        assertThat(record.lease()).isEqualTo(ID);
        assertThat(record.ports().memory()).isEqualTo(61000);
        assertThat(record.ports().disks()).isNull();
        assertThat(record.released()).isFalse();
        assertThat(record.postCopy()).isFalse();
        assertThat(record.parameters().strictHandover()).isTrue();
    }

    @Test
    void anArrivingVm() throws IOException {
        DestinationRecord record = read("destination.json", DestinationRecord.class);

        assertThat(record.phase()).isEqualTo(DestinationPhase.RELAYING);
        assertThat(record.madeImages()).isEmpty();
        assertThat(record.ran()).isFalse();
        assertThat(record.mayHaveRun()).isFalse();
    }

    @Test
    void aLease() throws IOException {
        Lease lease = read("lease.json", Lease.class);

        assertThat(lease.memoryPort()).isEqualTo(61000);
        assertThat(lease.openedAt()).isNotNull();
        assertThat(lease.acceptedBefore()).isEqualTo(3);
    }

    private <T> T read(String name, Class<T> type) throws IOException {
        RecordStore<T> store = new RecordStore<>(folder, type);
        try (InputStream in = TestOlderRecords.class.getResourceAsStream("older/" + name)) {
            Files.write(folder.resolve(ID + ".json"), in.readAllBytes());
        }
        assertThat(store.damaged()).isEmpty();
        Map<UUID, T> all = store.all();
        assertThat(all).containsOnlyKeys(ID);
        return all.get(ID);
    }
}
