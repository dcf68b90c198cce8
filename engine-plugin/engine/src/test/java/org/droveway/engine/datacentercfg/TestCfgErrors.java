package org.droveway.engine.datacentercfg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file, where, and what would be right. */
class TestCfgErrors {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "migration: Secure | 1 | 12 | Secure | 'secure' in lower case",
                "migration: | 1 | 11 | \"\" | a type",
                "migration:network=10.1.2.0/24 | 1 | 11 | network=10.1.2.0/24 | a type",
                "a: b\\n\\tmigration: secure,network=eth0 | 2 | 28 | eth0 | a CIDR",
                "migration: secure # fast | 1 | 18 | \" # fast\" | no comment",
                "migration: secure, network=10.1.2.0/24 | 1 | 19 | \" network=10.1.2.0/24\" | no blanks",
                "migration: secure\\rreplication: x | 1 | 18 | \"\\rreplication: x\" | no blanks",
                "migration: secure,network=10.1.2.0/33\\r\\n | 1 | 27 | 10.1.2.0/33 | a prefix from 8 to 32",
                "Migration: secure | 1 | 1 | Migration | 'migration' in lower case",
                "migration : secure | 1 | 10 | \" : secure\" | ':' directly behind 'migration'",
                "migration=secure | 1 | 10 | =secure | ':' directly behind 'migration'",
                "migration secure | 1 | 10 | \" secure\" | ':' directly behind 'migration'",
                "migration | 1 | 10 | \"\" | ':' directly behind 'migration'",
                "\u00a0migration: secure | 1 | 1 | U+00A0 | nothing invisible",
                "\ufeffmigration: secure | 1 | 1 | U+FEFF | nothing invisible",
                "a\\nmigration: secure\\nmigration: secure | 3 | 1 | migration: secure | only once; line 2",
                "migration: x\\n migration: secure | 2 | 2 | migration: secure | only once; line 1",
                "migration_unsecure: maybe | 1 | 21 | maybe | 1, on, yes or true",
                "migration_unsecure: | 1 | 20 | \"\" | 1, on, yes or true",
                "MIGRATION_UNSECURE: 1 | 1 | 1 | MIGRATION_UNSECURE | in lower case",
                "migration_unsecure: 1\\nmigration_unsecure: 0 | 2 | 1 | migration_unsecure: 0 | only once; line 1",
                "migration_unsecure: 1\\nmigration: insecure | 1 | 1 | migration_unsecure: 1 | beside 'migration' (line 2)",
                "migration: \u00e4,type=Secure | 1 | 12 | \u00e4 | 'secure' or 'insecure'",
            })
    void isNamedWithItsPlace(String file, int line, int column, String found, String needed) {
        assertThat(errors(unescape(file))).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.found()).isEqualTo(unescape(found));
            assertThat(error.needed()).contains(needed);
        });
    }

    @Test
    void allComeAtOnceInTheirOrder() {
        String file = "migration_unsecure: 2\n# fine\nmigration: Secure,net=1\nkeyboard: de\nMigration: secure # x\n";
        assertThat(errors(file))
                .extracting(error -> error.line() + ":" + error.column())
                .containsExactly("1:1", "1:21", "3:12", "3:19", "5:1", "5:1", "5:18");
    }

    @Test
    void theMessageHasThemAllLineByLine() {
        assertThatExceptionOfType(CfgSyntaxException.class)
                .isThrownBy(() -> parse("migration: Secure\nmigration: x\n"))
                .withMessageStartingWith("datacenter.cfg has 3 errors, so nothing was changed:\n  line 1, column 12: ")
                .withMessageContaining("\n  line 2, column 1: 'migration: x'; needed 'migration' only once")
                .withMessageContaining("\n  line 2, column 12: 'x'; needed 'secure' or 'insecure'");
    }

    @Test
    void aFileFullOfErrorsIsToldInBounds() {
        assertThatExceptionOfType(CfgSyntaxException.class)
                .isThrownBy(() -> parse("migration: " + "x".repeat(1000) + "\n" + "migration: x\n".repeat(5000)))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(20_000).endsWith("more"));
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        assertThat(errors("#".repeat(DatacenterCfg.MAX_BYTES + 1)))
                .singleElement()
                .satisfies(error -> assertThat(error.needed()).isEqualTo("at most 1048576 bytes"));
    }

    private static List<CfgError> errors(String file) {
        try {
            parse(file);
            return List.of();
        } catch (CfgSyntaxException e) {
            return e.errors();
        }
    }

    private static void parse(String file) {
        DatacenterCfg.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
