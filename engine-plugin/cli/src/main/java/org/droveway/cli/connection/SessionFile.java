package org.droveway.cli.connection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.engine.EngineJson;

/** The session that {@code drovectl login} opened, in a file that only its owner can read (mode 0600). */
public final class SessionFile {
    private final Path path;

    /**
     * Reads nothing yet.
     *
     * @param home the user's home directory
     */
    public SessionFile(Path home) {
        this.path = requireNonNull(home, "home").resolve(".config/droveway/session.json");
    }

    /**
     * A session.
     *
     * @param url of the engine it is for; no other one is shown the token
     */
    public record Stored(URI url, String user, String token) {
        public Stored {
            requireNonNull(url, "url");
            requireNonNull(user, "user");
            requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Stored[" + user + " at " + url + "]";
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * The session, if there is one.
     *
     * @throws CommandFailure if the file cannot be read
     */
    public Optional<Stored> read() {
        try {
            return Optional.of(EngineJson.mapper().readValue(Files.readString(path), Stored.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw CommandFailure.of(
                    ExitCode.USAGE,
                    path + " is not understood: " + e.getOriginalMessage() + "; remove it and log in again");
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, path + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Keeps a session in place of another.
     *
     * @throws CommandFailure if the file cannot be written; the one before stays
     */
    public void write(Stored session) {
        try {
            Files.createDirectories(path.getParent());
            Path made = Files.createTempFile(
                    path.getParent(),
                    "session",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(made, EngineJson.mapper().writeValueAsString(session));
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.FAILED, path + " cannot be written: " + e.getMessage());
        }
    }

    /** Forgets the session. */
    public void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.FAILED, path + " cannot be removed: " + e.getMessage());
        }
    }
}
