package org.droveway.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which database the server opens: PostgreSQL where {@code DROVEWAY_DATABASE_URL} names one, else H2 in the data directory. */
final class DatabaseSettings {
    private static final String URL = "DROVEWAY_DATABASE_URL";
    private static final String USER = "DROVEWAY_DATABASE_USER";
    private static final String PASSWORD_FILE = "DROVEWAY_DATABASE_PASSWORD_FILE";

    private DatabaseSettings() {}

    /**
     * The properties that the server's configuration refers to, from the variables that the start script documents.
     *
     * @throws IllegalArgumentException if they make no sense, alone or together
     * @throws UncheckedIOException if the password's file cannot be read
     */
    static Map<String, String> of(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        if (url.isEmpty()) {
            requireNothingElse(environment);
            return Map.of("droveway.database.h2", "true", "droveway.database.postgresql", "false");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    URL + " is '" + url + "', needed for example jdbc:postgresql://127.0.0.1:5432/droveway;"
                            + " leave it out for the embedded database");
        }
        return Map.of(
                "droveway.database.h2",
                "false",
                "droveway.database.postgresql",
                "true",
                "droveway.database.url",
                url,
                "droveway.database.user",
                environment.getOrDefault(USER, "droveway"),
                "droveway.database.password",
                password(environment));
    }

    /** A user without a URL would be ignored, and the data go where nobody expects them. */
    private static void requireNothingElse(Map<String, String> environment) {
        for (String name : List.of(USER, PASSWORD_FILE)) {
            if (environment.containsKey(name)) {
                throw new IllegalArgumentException(name + " is set and " + URL + " is not; set both or none");
            }
        }
    }

    private static String password(Map<String, String> environment) {
        String file = environment.getOrDefault(PASSWORD_FILE, "");
        if (file.isEmpty()) {
            throw new IllegalArgumentException(
                    URL + " is set and " + PASSWORD_FILE + " is not; needed a file with the database user's password");
        }
        try {
            String password =
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            if (password.isEmpty()) {
                throw new IllegalArgumentException(PASSWORD_FILE + " names " + file + ", which has no password in it");
            }
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(PASSWORD_FILE + " names " + file + ", which cannot be read", e);
        }
    }
}
