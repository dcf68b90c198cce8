package org.droveway.engine.datacentercfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.policy.PolicyGrammar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every file; a million of them, made from a fixed seed. */
class TestCfgProperties {
    private static final int FILES = 1_000_000;
    private static final List<MigrationPolicy> POLICIES = List.of(
            PolicyGrammar.parse("secure"),
            PolicyGrammar.parse("insecure"),
            PolicyGrammar.parse("network=10.1.2.9/24,,type=secure"));

    /** A line that says something, in other words than the parser's. */
    private static final Pattern SAID =
            Pattern.compile("(?md)^[ \\t\\r\\f\\x0b]*(migration|migration_unsecure):[ \\t\\r\\f\\x0b]*(.*)$");

    @Test
    void aMillionFilesAreReadAsTheyAreOrRefused() {
        Random random = new Random(48);
        int accepted = 0;
        int withPolicy = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = CfgTexts.mutated(random);
            DatacenterCfg file = read(bytes).orElse(null);
            if (file == null) {
                continue;
            }
            accepted++;
            MigrationPolicy policy = file.policy();
            withPolicy += policy == null ? 0 : 1;
            if (!Arrays.equals(file.bytes(), bytes)) {
                fail("not the same bytes: " + HexFormat.of().formatHex(bytes));
            }
            if (!says(bytes).equals(policy == null ? "" : PolicyGrammar.print(policy))) {
                fail(policy + " was read from " + HexFormat.of().formatHex(bytes));
            }
        }
        assertThat(accepted).as("accepted").isBetween(FILES / 10, FILES * 9 / 10);
        assertThat(withPolicy).as("accepted with a policy").isGreaterThan(FILES / 20);
    }

    @Test
    void aPolicyThatIsSetIsReadAgainAndChangesNoOtherLine() {
        Random random = new Random(49);
        for (int i = 0; i < FILES / 20; i++) {
            byte[] bytes = CfgTexts.file(random);
            DatacenterCfg file = read(bytes).orElse(DatacenterCfg.EMPTY);
            MigrationPolicy policy = POLICIES.get(random.nextInt(POLICIES.size()));
            DatacenterCfg changed = file.with(policy);
            DatacenterCfg again = DatacenterCfg.parse(changed.bytes());
            if (!policy.equals(again.policy()) || !others(again).equals(others(file))) {
                fail("setting " + policy.text() + " in " + HexFormat.of().formatHex(bytes));
            }
        }
    }

    @Test
    void whatIsTakenAwayAndSetAgainIsThereAgain() {
        Random random = new Random(50);
        for (int i = 0; i < FILES / 20; i++) {
            byte[] bytes = CfgTexts.file(random);
            DatacenterCfg file = read(bytes).orElse(DatacenterCfg.EMPTY);
            DatacenterCfg without = file.with(null);
            if (without.policy() != null || !others(without).equals(others(file))) {
                fail("taking the policy from " + HexFormat.of().formatHex(bytes));
            }
            if (!Arrays.equals(without.bytes(), without.with(null).bytes())) {
                fail("taking it twice from " + HexFormat.of().formatHex(bytes));
            }
        }
    }

    /** Empty if it is refused; anything but the parser's own exception fails the test. */
    private static Optional<DatacenterCfg> read(byte[] bytes) {
        try {
            return Optional.of(DatacenterCfg.parse(bytes));
        } catch (CfgSyntaxException e) {
            if (e.errors().isEmpty()) {
                fail("refused for nothing: " + HexFormat.of().formatHex(bytes));
            }
            return Optional.empty();
        }
    }

    /** Everything but the lines that say the policy; a last line may have got its line feed. */
    private static List<String> others(DatacenterCfg file) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        return Arrays.stream(text.split("(?<=\n)"))
                .map(line -> line.replaceFirst("\\r*\n?$", ""))
                .filter(line -> !text.isEmpty() && !SAID.matcher(line).find())
                .toList();
    }

    /** The policy in its canonical form, found by other means than the parser's; empty: none. */
    private static String says(byte[] bytes) {
        Matcher said = SAID.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return said.find() ? canonical(said.group(1), said.group(2).strip()) : "";
    }

    private static String canonical(String key, @Nullable String value) {
        String text = String.valueOf(value);
        if (key.equals("migration_unsecure")) {
            return List.of("1", "on", "yes", "true").contains(text.toLowerCase(Locale.ROOT)) ? "insecure" : "secure";
        }
        return Arrays.stream(text.split(","))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("type=") ? part.substring(5) : part)
                .sorted((a, b) -> Boolean.compare(a.startsWith("network="), b.startsWith("network=")))
                .collect(Collectors.joining(","));
    }
}
