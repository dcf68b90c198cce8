package org.droveway.agent.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDowntimeLadder {
    private static List<Integer> climbed(DowntimeLadder ladder) {
        List<Integer> limits = new ArrayList<>(List.of(ladder.limitMs()));
        for (int step = 0; step < 8; step++) {
            ladder.raise(Double.MAX_VALUE, 1);
            limits.add(ladder.limitMs());
        }
        return limits.stream().distinct().toList();
    }

    @Test
    void climbsToWhatIsPermitted() {
        assertThat(climbed(DowntimeLadder.upTo(500))).containsExactly(100, 150, 200, 300, 400, 500);
    }

    @Test
    void aVeryShortOneHasFewerRungs() {
        assertThat(climbed(DowntimeLadder.upTo(1))).containsExactly(1);
        assertThat(climbed(DowntimeLadder.upTo(5))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void withoutAnythingPermittedQemusOwnStays() {
        assertThat(climbed(DowntimeLadder.unset())).containsExactly(300);
    }

    @Test
    void takesTheLowestRungThatSuffices() {
        DowntimeLadder ladder = DowntimeLadder.upTo(500);
        ladder.raise(350, 1000);
        assertThat(ladder.limitMs()).isEqualTo(400);
        assertThat(ladder.topMs()).isEqualTo(500);
    }
}
