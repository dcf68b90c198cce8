package org.droveway.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.droveway.cli.Samples;
import org.droveway.cli.engine.EngineJson;
import org.droveway.cli.engine.Migration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestProgressLine {
    @Test
    void saysHowFarHowFastAndHowLong() {
        assertThat(ProgressLine.render(copying(128), 120))
                .isEqualTo("vm1  COPYING        75 %  [##################......]  384 of 512 MiB  180 MiB/s  1.5 s");
    }

    @Test
    void showsDisksAndMemoryApart() {
        assertThat(ProgressLine.render(withDisks(32, 512, 384), 120))
                .isEqualTo(
                        "vm1  COPYING       disks   50 %  [######......]  32 of 64 MiB  memory   25 %  [###.........]"
                                + "  128 of 512 MiB  180 MiB/s");
    }

    @ParameterizedTest
    @CsvSource({"64, 0, 0, 0", "32, 0, 0, 25", "0, 0, 0, 50", "0, 512, 512, 50", "0, 512, 256, 75", "0, 512, 0, 100"})
    void disksAndMemoryAreAHalfEach(long disksLeft, long memory, long memoryLeft, int percent) {
        assertThat(ProgressLine.percent(withDisks(disksLeft, memory, memoryLeft)))
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"512, 0", "511, 0", "256, 50", "6, 98", "1, 99", "0, 100", "900, 0", "-5, 100"})
    void countsWhatNeedsNoMoreCopying(long remainingMiB, int percent) {
        assertThat(ProgressLine.percent(copying(remainingMiB))).isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 30, 50, 60, 79, 80, 100})
    void neverIsAsWideAsTheTerminal(int columns) {
        assertThat(ProgressLine.render(copying(256), columns).length()).isLessThan(Math.max(1, columns));
    }

    @Test
    void leavesOutWholePartsOnANarrowTerminal() {
        assertThat(ProgressLine.render(copying(256), 60))
                .isEqualTo("vm1  COPYING        50 %  [############............]  1.5 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"outlook\":\"converges\",\"predictedMs\":2500 | pass 1  switch in 2.5 s  downtime up to 100 ms",
                "\"outlook\":\"too-early\" | pass 1  downtime up to 100 ms",
                "\"outlook\":\"does-not-converge\",\"dirtyBytesPerSecond\":2097152,\"throttlePercent\":30"
                        + " | pass 1  does not converge  2 MiB/s written  downtime up to 100 ms  guest slowed by 30 %"
            })
    void saysWhetherTheCopyComesToAnEnd(String fields, String expected) throws JsonProcessingException {
        String convergence = "\"iteration\":1,\"convergence\":{\"downtimeLimitMs\":100," + fields + "}";
        Migration copying = read(Samples.copying(128).replace("\"iteration\":1", convergence));

        assertThat(ProgressLine.render(copying, 200)).endsWith("1.5 s  " + expected);
    }

    @Test
    void showsTheStateAloneBeforeTheCopy() throws JsonProcessingException {
        assertThat(ProgressLine.render(read(Samples.migration("NEGOTIATED", "")), 80))
                .isEqualTo("vm1  NEGOTIATED  ");
    }

    @Test
    void leavesTheCopysLastNumbersOutAfterTheCopy() throws JsonProcessingException {
        Migration after = read(Samples.copying(256).replace("COPYING", "SWITCHOVER"));

        assertThat(ProgressLine.render(after, 80)).isEqualTo("vm1  SWITCHOVER  ");
        assertThat(ProgressLine.percent(after)).isZero();
    }

    @Test
    void percentIsZeroBeforeTheCopy() throws JsonProcessingException {
        assertThat(ProgressLine.percent(read(Samples.migration("PLANNED", "")))).isZero();
    }

    private static Migration copying(long remainingMiB) {
        try {
            return read(Samples.copying(remainingMiB));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Migration withDisks(long disksLeftMiB, long memoryMiB, long memoryLeftMiB) {
        try {
            return read(Samples.copying(256)
                    .replace(
                            "\"iteration\"",
                            "\"disks\":" + copy(64, disksLeftMiB)
                                    + (memoryMiB == 0 ? "" : ",\"memory\":" + copy(memoryMiB, memoryLeftMiB))
                                    + ",\"iteration\""));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String copy(long totalMiB, long remainingMiB) {
        return "{\"totalBytes\":" + (totalMiB << 20) + ",\"processedBytes\":0,\"remainingBytes\":"
                + (remainingMiB << 20) + ",\"bytesPerSecond\":0}";
    }

    private static Migration read(String json) throws JsonProcessingException {
        return EngineJson.mapper().readValue(json, Migration.class);
    }
}
