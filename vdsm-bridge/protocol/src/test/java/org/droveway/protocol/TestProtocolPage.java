package org.droveway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/protocol.md says what the records say: no field, word or code more, none less. */
final class TestProtocolPage {
    private static final String PAGE = read(Path.of("../../docs/protocol.md"));
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|([^|]*)\\|([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^### `([\\w.]+)`", Pattern.MULTILINE);

    static List<Class<?>> records() {
        return ProtocolTypes.records();
    }

    static Stream<Class<?>> enumsOfMessages() {
        return ProtocolTypes.enums().stream().filter(type -> type != RefusalCode.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void namesEveryFieldOfARecordInItsOrder(Class<?> type) {
        assertThat(ROW.matcher(section("### `" + name(type) + "`")).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void saysWhichFieldsAreNeeded(Class<?> type) {
        List<Boolean> needed = ROW.matcher(section("### `" + name(type) + "`"))
                .results()
                .map(row -> row.group(3).strip().equals("yes"))
                .toList();

        assertThat(needed)
                .isEqualTo(Arrays.stream(type.getRecordComponents())
                        .map(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .toList());
    }

    @Test
    void describesNoRecordThatIsGone() {
        assertThat(HEADING.matcher(PAGE).results().map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        records().stream().map(TestProtocolPage::name).toList());
    }

    @ParameterizedTest
    @MethodSource("enumsOfMessages")
    void namesEveryWordOfAnEnumeration(Class<?> type) throws JsonProcessingException {
        List<String> words = Pattern.compile("`([\\w-]+)`")
                .matcher(line("| `" + type.getSimpleName() + "` |"))
                .results()
                .map(word -> word.group(1))
                .distinct()
                .toList();

        assertThat(words.subList(1, words.size()))
                .containsAll(Arrays.stream(type.getEnumConstants())
                        .map(TestProtocolPage::word)
                        .toList());
    }

    @Test
    void explainsEveryRefusalCodeInItsOrder() {
        assertThat(ROW.matcher(section("## Refusal codes")).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
    }

    @Test
    void explainsEveryCapability() throws IllegalAccessException {
        String section = section("### Capabilities");
        for (var field : Capability.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                assertThat(section).contains("| `" + field.get(null) + "` |");
            }
        }
    }

    @Test
    void namesTheVersion() {
        assertThat(PAGE).contains("`protocolVersion` is **" + ProtocolVersion.CURRENT + "**");
    }

    /** From a heading to the next one of any level. */
    private static String section(String heading) {
        Matcher matcher = Pattern.compile(
                        "^" + Pattern.quote(heading) + ".*?(?=^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(PAGE);
        assertThat(matcher.find()).as("a section %s", heading).isTrue();
        return matcher.group();
    }

    private static String line(String beginning) {
        return PAGE.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private static String word(Object constant) {
        try {
            return Json.mapper()
                    .readTree(Json.mapper().writeValueAsString(constant))
                    .asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
