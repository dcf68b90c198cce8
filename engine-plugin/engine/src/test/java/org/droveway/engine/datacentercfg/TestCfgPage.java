package org.droveway.engine.datacentercfg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.droveway.engine.sample.PolicyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The errors of a datacenter.cfg that docs/policy.md shows are what comes, each alone and to the letter. */
class TestCfgPage {
    static List<Arguments> errors() {
        return PolicyPage.rows("| file | error |").stream()
                .map(row -> Arguments.of(row.get(0), row.get(1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorIsWhatThePageSays(String file, String error) {
        String plain = file.replace("\\n", "\n").replace("\\ufeff", "\ufeff").replace("\\u00a0", "\u00a0");
        assertThat(read(plain)).isEqualTo(error);
    }

    @Test
    void thereIsATable() {
        assertThat(errors()).hasSizeGreaterThan(10);
    }

    private static String read(String file) {
        try {
            DatacenterCfg.parse(file.getBytes(StandardCharsets.UTF_8));
            return "accepted";
        } catch (CfgSyntaxException e) {
            return String.join("\n", e.errors().stream().map(CfgError::toString).toList());
        }
    }
}
