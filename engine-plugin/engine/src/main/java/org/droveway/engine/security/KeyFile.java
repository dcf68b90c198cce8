package org.droveway.engine.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/** A file of ours that holds a key: made once, read from then on, never overwritten. */
final class KeyFile {
    /** Reads PEM text. */
    interface Reader<T> {
        T read(String text) throws GeneralSecurityException;
    }

    private KeyFile() {}

    /**
     * The file's content; made and written first if there is no such file.
     *
     * @throws IllegalStateException if it is there and cannot be read: making a new one would lock every host out
     */
    static <T> T open(Path file, Supplier<String> made, Reader<T> reader) {
        if (!Files.exists(file)) {
            PrivateFile.write(file, made.get());
        }
        try {
            return reader.read(Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " cannot be read (" + e.getMessage() + "); put it back from a backup", e);
        }
    }
}
