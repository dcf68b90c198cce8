package org.droveway.agent.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.droveway.protocol.Json;

/**
 * A folder with one JSON file per record, {@code <id>.json}. What was written is on disk when the call returns.
 *
 * @param <T> a type that Jackson reads and writes
 */
public final class RecordStore<T> {
    private static final String SUFFIX = ".json";

    private final Path directory;
    private final ObjectReader reader;

    /** Makes the folder if it is not there. */
    public RecordStore(Path directory, Class<T> type) {
        this.directory = requireNonNull(directory, "directory");
        // An agent is upgraded while migrations run: what the earlier one did not write is false or 0.
        this.reader = Json.mapper()
                .readerFor(requireNonNull(type, "type"))
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        DurableFile.makeDirectory(directory);
    }

    /**
     * Writes or replaces a record.
     *
     * @throws UncheckedIOException if it cannot be written; what was there before stays
     */
    public void put(UUID id, T content) {
        try {
            DurableFile.write(file(id), Json.mapper().writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(id), e);
        }
    }

    /** Removes a record; not an error if it is not there. */
    public void remove(UUID id) {
        DurableFile.delete(file(id));
    }

    /** Every readable record, by id; see {@link #damaged()} for the others. */
    public Map<UUID, T> all() {
        Map<UUID, T> records = new LinkedHashMap<>();
        for (UUID id : ids()) {
            try {
                records.put(id, reader.readValue(Files.readAllBytes(file(id))));
            } catch (JsonProcessingException e) {
                System.getLogger(RecordStore.class.getName())
                        .log(System.Logger.Level.ERROR, () -> file(id) + " is damaged and is left out", e);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file(id), e);
            }
        }
        return records;
    }

    /** Records that are there but cannot be understood: something outside damaged them. */
    public List<UUID> damaged() {
        List<UUID> damaged = new ArrayList<>(ids());
        damaged.removeAll(all().keySet());
        return damaged;
    }

    private List<UUID> ids() {
        List<UUID> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                id(file.getFileName().toString()).ifPresent(ids::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
        ids.sort(null);
        return ids;
    }

    /** Empty for what is no record of ours: people may put notes beside them. */
    private static Optional<UUID> id(String fileName) {
        try {
            return Optional.of(UUID.fromString(fileName.substring(0, fileName.length() - SUFFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path file(UUID id) {
        return directory.resolve(id + SUFFIX);
    }
}
