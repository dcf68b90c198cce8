package org.droveway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TestTimeToLive {
    @ParameterizedTest
    @CsvSource({"45s, PT45S", "30m, PT30M", "8h, PT8H", "7d, PT168H", "90m, PT1H30M", "PT8H, PT8H", "P1D, PT24H"})
    void readsWhatPeopleWrite(String text, String iso) {
        assertThat(TimeToLive.parse(text).iso()).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "h", "08h", "0h", "-8h", "8 h", "8w", "1.5h", "PT0S", "PT-1H", "9999999999d"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> TimeToLive.parse(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
