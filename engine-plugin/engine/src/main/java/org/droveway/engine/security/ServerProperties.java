package org.droveway.engine.security;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The properties that the server's configuration refers to, secrets among them: a file that only its owner reads. */
final class ServerProperties {
    private ServerProperties() {}

    static void write(Path file, Map<String, String> properties) {
        PrivateFile.write(
                file,
                properties.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                        .collect(Collectors.joining()));
    }

    /** As {@link java.util.Properties} reads it, whatever is in it. */
    private static String escaped(String value) {
        return value.chars()
                .mapToObj(c -> c > ' ' && c < 127 && c != '\\' ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }
}
