package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in whatever order: nothing is done twice, and what was released is not taken back. */
class TestSourceOrder extends SourceMachineFixture {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whateverHappensTheOrderHolds(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            state = SourceState.agreed(Circumstance.HELD);
            done.clear();
            for (int i = 0; i < 60; i++) {
                feed(anything(random));
            }
            assertThat(done.stream().filter(SourceAction.StartCall.class::isInstance))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(done.stream().filter(SourceAction.Close.class::isInstance))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(done.stream().filter(SourceAction.End.class::isInstance)).hasSizeLessThanOrEqualTo(1);
            int released = indexOf(SourceAction.Release.class);
            if (released >= 0) {
                assertThat(done.subList(released, done.size()))
                        .doesNotContain(new SourceAction.Close(false), new SourceAction.ResumeSource());
            }
            if (state.phase() == SourcePhase.ENDED) {
                assertThat(state.end()).isNotNull();
                assertThat(indexOf(SourceAction.Close.class)).isNotNegative();
            }
        }
    }

    private static SourceInput anything(Random random) {
        List<String> words = List.of("absent", "running", "paused (user)", "paused (migration)", "off", "other");
        return switch (random.nextInt(16)) {
            case 0 -> new SourceInput.Begin();
            case 1 -> new SourceInput.PinholeOpened();
            case 2 -> new SourceInput.Proved();
            case 3 -> new SourceInput.StepFailed(List.of(REFUSAL));
            case 4 -> new SourceInput.Suspended();
            case 5 -> new SourceInput.CallEnded(random.nextBoolean() ? null : "x");
            case 6 -> new SourceInput.Stalled();
            case 7 -> new SourceInput.CancelAsked();
            case 8, 9 -> looked(words.get(random.nextInt(6)), words.get(random.nextInt(6)));
            case 10 -> new SourceInput.Resumed();
            case 11 -> new SourceInput.Closed(random.nextBoolean() ? null : "x");
            case 12 -> here(words.get(random.nextInt(6)));
            case 13 -> new SourceInput.ProcessEnded(4711);
            case 14 -> there(words.get(random.nextInt(6)));
            default -> new SourceInput.SourceResumed(random.nextBoolean() ? null : "x");
        };
    }

    private int indexOf(Class<? extends SourceAction> type) {
        for (int i = 0; i < done.size(); i++) {
            if (type.isInstance(done.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
