package org.droveway.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestValidity {
    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final List<String> ADDRESSES = List.of("10.62.0.11", "fd00::11");
    private static final Validity WEEK = new Validity(FROM, FROM.plus(Duration.ofDays(7)), ADDRESSES);

    @ParameterizedTest
    @CsvSource({"0,false", "83,false", "84,true", "85,true", "168,true", "1000,true"})
    void isRenewedAtHalfOfItsLife(int hours, boolean due) {
        assertThat(WEEK.renewalDue(FROM.plus(Duration.ofHours(hours)), ADDRESSES))
                .isEqualTo(due);
    }

    @Test
    void aNewAddressNeedsANewCertificate() {
        assertThat(WEEK.renewalDue(FROM, List.of("10.62.0.11", "fd00::11", "10.64.0.11")))
                .isTrue();
    }

    @Test
    void anAddressThatWentDoesNot() {
        assertThat(WEEK.renewalDue(FROM, List.of("fd00::11"))).isFalse();
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(WEEK.renewalDue(FROM, List.of("fd00::11", "10.62.0.11"))).isFalse();
    }
}
