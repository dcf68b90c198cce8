package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.droveway.agent.store.DurableFile;
import org.droveway.protocol.Json;
import org.droveway.protocol.host.HostMode;

/** The mode the engine named last, so that a host is in it before the engine is asked. */
public final class StoredMode {
    private final Path file;

    public StoredMode(Path file) {
        this.file = requireNonNull(file, "file");
    }

    /** Observe when none was ever named. A damaged file counts as enforce: shut is the safe side. */
    public HostMode read() {
        if (!Files.exists(file)) {
            return HostMode.OBSERVE;
        }
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), HostMode.class);
        } catch (JsonProcessingException e) {
            System.getLogger(StoredMode.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            () -> file + " is damaged; mode enforce until the engine says more",
                            e);
            return HostMode.ENFORCE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** On disk when this returns. */
    public void write(HostMode mode) {
        try {
            DurableFile.write(file, Json.mapper().writeValueAsBytes(mode));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
