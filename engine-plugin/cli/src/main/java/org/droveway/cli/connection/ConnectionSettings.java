package org.droveway.cli.connection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.engine.EngineJson;
import org.jspecify.annotations.Nullable;

/**
 * Finds the connection: each of DROVEWAY_URL, DROVEWAY_TOKEN, DROVEWAY_CA, else the configuration file's word. A session that was
 * opened by {@code drovectl login} counts more than the file's token and less than the variable.
 */
public final class ConnectionSettings {
    private static final String DEFAULT_URL = "https://localhost:8443";

    private final Map<String, String> environment;
    private final Path home;

    /**
     * Reads nothing yet.
     *
     * @param home the user's home directory
     */
    public ConnectionSettings(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = requireNonNull(home, "home");
    }

    /**
     * The connection that applies.
     *
     * @throws CommandFailure if the file or the address cannot be understood
     */
    public Connection resolve() {
        ConfigFile file = read(home.resolve(".config/droveway/config.json"));
        String url = first("DROVEWAY_URL", file.url());
        String token = first("DROVEWAY_TOKEN", null);
        String ca = first("DROVEWAY_CA", file.ca());
        Connection found = Connection.to(url == null ? DEFAULT_URL : url, token, ca == null ? null : Path.of(ca));
        return token == null ? found.as(session(found).orElse(file.token())) : found;
    }

    /** The token of a session, if it is one at this engine. */
    private Optional<String> session(Connection connection) {
        return new SessionFile(home)
                .read()
                .filter(session -> session.url().equals(connection.url()))
                .map(SessionFile.Stored::token);
    }

    private @Nullable String first(String variable, @Nullable String fallback) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? fallback : value;
    }

    private static ConfigFile read(Path path) {
        try {
            return EngineJson.mapper().readValue(Files.readString(path), ConfigFile.class);
        } catch (NoSuchFileException e) {
            return new ConfigFile(null, null, null);
        } catch (JsonProcessingException e) {
            throw CommandFailure.of(
                    ExitCode.USAGE,
                    path + " is not understood: " + e.getOriginalMessage()
                            + "; needed {\"url\": …, \"token\": …, \"ca\": …}");
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, path + " cannot be read: " + e.getMessage());
        }
    }

    private record ConfigFile(
            @Nullable String url,
            @Nullable String token,
            @Nullable String ca) {}
}
