package org.droveway.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a version of the schema could hold and the one before could not, and what it refuses ever since: {@code Vn.sql} beside
 * this class. A statement under a line {@code -- refused: CONSTRAINT} must fail by that constraint; one under
 * {@code -- refused:} must fail by a constraint that the schema gives no name.
 */
record SchemaData(List<String> rows, List<Refused> refused) {
    private static final Pattern REFUSED = Pattern.compile("-- refused:([^\n]*)\n(.*)", Pattern.DOTALL);

    /** A statement that a constraint refuses; the name is empty where the schema gives none. */
    record Refused(String constraint, String statement) {}

    /** That of one version; fails if nobody has written it down. */
    static SchemaData of(String version) {
        List<String> statements = Stream.of(read(version).split(";\n", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
        return new SchemaData(
                statements.stream()
                        .filter(statement -> !REFUSED.matcher(statement).matches())
                        .toList(),
                statements.stream()
                        .map(REFUSED::matcher)
                        .filter(Matcher::matches)
                        .map(found -> new Refused(found.group(1).strip(), found.group(2)))
                        .toList());
    }

    /** What these versions refuse. */
    static List<Refused> refused(List<String> versions) {
        return versions.stream()
                .flatMap(version -> of(version).refused().stream())
                .toList();
    }

    private static String read(String version) {
        String name = "V" + version + ".sql";
        try (InputStream stream = SchemaData.class.getResourceAsStream(name)) {
            assertThat(stream)
                    .as("%s beside %s: rows in every table that version %s makes", name, SchemaData.class, version)
                    .isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
