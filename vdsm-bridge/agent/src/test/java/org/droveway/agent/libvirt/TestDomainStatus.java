package org.droveway.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.droveway.agent.libvirt.DomainStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestDomainStatus {
    @ParameterizedTest
    @CsvSource({
        "0, NO_STATE",
        "1, RUNNING",
        "2, BLOCKED",
        "3, PAUSED",
        "4, SHUTDOWN",
        "5, OFF",
        "6, CRASHED",
        "7, SUSPENDED",
        "8, OTHER",
        "-1, OTHER"
    })
    void readsLibvirtsNumbers(int number, State state) {
        assertThat(DomainStatus.of(number, 0).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void wordsTravel(State state) {
        DomainStatus status = new DomainStatus(state, 0);
        assertThat(DomainStatus.ofWord(status.word())).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1, paused (user)", "2, paused (migration)", "5, paused (I/O error)", "11, paused (starting up)"})
    void aPauseSaysWhy(int reason, String word) {
        DomainStatus status = DomainStatus.of(3, reason);
        assertThat(status.word()).isEqualTo(word);
        assertThat(DomainStatus.ofWord(word)).isEqualTo(status);
    }

    @Test
    void anUnknownWordIsOther() {
        assertThat(DomainStatus.ofWord("dancing").state()).isEqualTo(State.OTHER);
    }

    @Test
    void onlyAUsersPauseIsAHandover() {
        assertThat(DomainStatus.of(3, 1).handedOver()).isTrue();
        assertThat(DomainStatus.of(3, 2).handedOver()).isFalse();
        assertThat(DomainStatus.of(1, 1).handedOver()).isFalse();
    }

    @Test
    void aMigrationsPauseIsIncoming() {
        assertThat(DomainStatus.of(3, 2).incoming()).isTrue();
        assertThat(DomainStatus.of(3, 11).incoming()).isTrue();
        assertThat(DomainStatus.of(3, 1).incoming()).isFalse();
    }

    @Test
    void offAndAbsentAreGone() {
        assertThat(DomainStatus.ABSENT.gone()).isTrue();
        assertThat(DomainStatus.of(5, 0).gone()).isTrue();
        assertThat(DomainStatus.of(6, 0).gone()).isFalse();
    }
}
