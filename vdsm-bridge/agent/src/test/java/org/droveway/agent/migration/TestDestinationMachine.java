package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestDestinationMachine {
    @ParameterizedTest
    @CsvSource({
        "LEASED, OPEN_PINHOLE, OPEN",
        "OPEN, LISTEN_FOR_PROOF, PROVED",
        "PROVED, RELAY, RELAYING",
        "RELAYING, RELAY, RELAYING",
        "RELAYING, RELEASED, RELEASED",
        "RUNNING, RELEASED, RELEASED",
        "RELEASED, RELEASED, RELEASED",
        // Out of order.
        "LEASED, LISTEN_FOR_PROOF, ",
        "LEASED, RELAY, ",
        "LEASED, RELEASED, ",
        "OPEN, OPEN_PINHOLE, ",
        "OPEN, RELAY, ",
        "OPEN, RELEASED, ",
        "PROVED, OPEN_PINHOLE, ",
        "PROVED, LISTEN_FOR_PROOF, ",
        "PROVED, RELEASED, ",
        "RELAYING, OPEN_PINHOLE, ",
        "RELAYING, LISTEN_FOR_PROOF, ",
        "RUNNING, OPEN_PINHOLE, ",
        "RUNNING, LISTEN_FOR_PROOF, ",
        "RUNNING, RELAY, ",
        "RELEASED, OPEN_PINHOLE, ",
        "RELEASED, LISTEN_FOR_PROOF, ",
        "RELEASED, RELAY, "
    })
    void eachStepNeedsTheOneBefore(DestinationPhase phase, DestinationMachine.Ask ask, DestinationPhase next) {
        assertThat(DestinationMachine.next(phase, ask, false).orElse(null)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(DestinationPhase.class)
    void afterARestartNothingNewBegins(DestinationPhase phase) {
        assertThat(DestinationMachine.next(phase, DestinationMachine.Ask.OPEN_PINHOLE, true))
                .isEmpty();
        assertThat(DestinationMachine.next(phase, DestinationMachine.Ask.LISTEN_FOR_PROOF, true))
                .isEmpty();
        assertThat(DestinationMachine.next(phase, DestinationMachine.Ask.RELAY, true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"RELAYING, RELEASED", "RELEASED, RELEASED", "PROVED, ", "LEASED, "})
    void afterARestartAReleaseStillCounts(DestinationPhase phase, DestinationPhase next) {
        assertThat(DestinationMachine.next(phase, DestinationMachine.Ask.RELEASED, true)
                        .orElse(null))
                .isEqualTo(next);
    }
}
