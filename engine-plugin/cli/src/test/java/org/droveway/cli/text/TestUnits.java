package org.droveway.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TestUnits {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "3449, 3.4 s",
        "119999, 120.0 s",
        "120000, 2 min 0 s",
        "3725000, 62 min 5 s"
    })
    void durationsCarryTheirUnit(long millis, String text) {
        assertThat(Units.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1048575, 1048575 B", "1048576, 1.0 MiB", "5242880, 5.0 MiB", "536870912, 512 MiB"})
    void bytesCarryTheirUnit(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void momentsAreMarkedAsUtc() {
        assertThat(Units.moment(Instant.parse("2026-11-21T23:59:59.999Z"))).isEqualTo("2026-11-21 23:59:59 UTC");
    }

    @Test
    void timesOfDayAreMarkedAsUtc() {
        assertThat(Units.timeOfDay(Instant.parse("2026-11-21T23:59:59.999Z"))).isEqualTo("23:59:59.999 UTC");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(List.of(Units.moment(null), Units.timeOfDay(null), Units.known(null), Units.words(List.of())))
                .containsOnly("-");
    }
}
