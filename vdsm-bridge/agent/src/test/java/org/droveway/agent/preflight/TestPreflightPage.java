package org.droveway.agent.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.droveway.agent.compatibility.Rules;
import org.droveway.protocol.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/preflight.md says what the code does: no row, code, class or test that is not there. */
class TestPreflightPage {
    private static final String PAGE = read(Path.of("../../docs/preflight.md"));
    private static final Path CODE = Path.of("src/main/java/org/droveway/agent");
    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("../../tests/preflight"));
    private static final int MOST_WITHOUT_CHECK = 6;

    /** A row of the table. */
    record Row(int number, String check, String code, String provoked) {}

    static List<Row> rows() {
        return Pattern.compile("^\\| (\\d+) \\|[^|]*\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$", Pattern.MULTILINE)
                .matcher(PAGE)
                .results()
                .map(row -> new Row(Integer.parseInt(row.group(1)), word(row, 2), word(row, 3), word(row, 4)))
                .toList();
    }

    static Stream<Row> checkedRows() {
        return rows().stream().filter(row -> !row.check().isEmpty());
    }

    private static String word(MatchResult row, int group) {
        return row.group(group).replace("`", "").strip();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasAllThirtyFive() {
        assertThat(rows().stream().map(Row::number).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 35).boxed().toList());
    }

    @Test
    void explainsEveryRowWithoutACheckAndTheyAreFew() {
        List<Row> without = rows().stream().filter(row -> row.check().isEmpty()).toList();
        assertThat(without)
                .hasSizeLessThanOrEqualTo(MOST_WITHOUT_CHECK)
                .allSatisfy(row -> assertThat(PAGE).contains("\n- **" + row.number() + "**: "));
    }

    @ParameterizedTest
    @MethodSource("checkedRows")
    void namesACodeThatTheCheckGives(Row row) {
        assertThat(Arrays.stream(RefusalCode.values()).map(Enum::name)).contains(row.code());
        List<Path> sources = files(CODE).stream()
                .filter(file -> file.endsWith(row.check() + ".java"))
                .toList();
        assertThat(sources).hasSize(1);
        assertThat(read(sources.get(0))).contains(row.code());
    }

    @ParameterizedTest
    @MethodSource("checkedRows")
    void namesATestThatIsThere(Row row) {
        boolean python = row.provoked().startsWith("test_");
        assertThat(TESTS.stream().flatMap(folder -> files(folder).stream()))
                .anyMatch(file -> python
                        ? file.toString().endsWith(".py") && read(file).contains("def " + row.provoked() + "(")
                        : file.endsWith(row.provoked() + ".java"));
    }

    @Test
    void hasEveryCheckOfTheTablesInItsRow() {
        Set<String> said = rows().stream()
                .map(row -> row.number() + " " + row.code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Stream.concat(SourceRows.ALL.stream(), DestinationRows.ALL.stream())
                        .filter(check -> check.row() != DestinationRows.OWNERSHIP)
                        .map(check -> check.row() + " " + check.code()))
                .isSubsetOf(said);
    }

    @Test
    void hasEveryRuleWithItsReason() {
        assertThat(PAGE.lines().filter(line -> line.matches("\\| [^|]+ \\| `[A-Z_]+` \\| .+ \\|")))
                .containsExactlyElementsOf(Rules.ALL.stream()
                        .map(rule -> "| " + rule.name() + " | `" + rule.code() + "` | " + rule.reason() + " |")
                        .toList());
    }
}
