package org.droveway.agent.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestVersion {
    @ParameterizedTest
    @CsvSource({"9.0.0,9.0.0", "7.2,7.2.0", "10,10.0.0", "7.2.22 (Debian 1:7.2),7.2.22", "8.1.50-rc1,8.1.50"})
    void isReadAsItIsWritten(String text, String read) {
        assertThat(Version.of(text)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "v9.0", "99999999999.0"})
    void whatIsNoVersionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Version.of(text)).withMessageContaining("is no version");
    }

    @Test
    void numbersAreComparedNotTexts() {
        assertThat(Version.of("10.0.0").atLeast(9, 4)).isTrue();
        assertThat(Version.of("9.4.0").atLeast(9, 4)).isTrue();
        assertThat(Version.of("9.3.99").atLeast(9, 4)).isFalse();
    }

    @Test
    void aReleaseHasManyVersions() {
        assertThat(Version.of("11.2.5").isRelease(11, 2)).isTrue();
        assertThat(Version.of("11.20.0").isRelease(11, 2)).isFalse();
    }
}
