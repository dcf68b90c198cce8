package org.droveway.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.droveway.agent.testing.Permits;
import org.droveway.protocol.permit.Permit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFileRedemptions {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path folder;

    private FileRedemptions open(Instant now) {
        return new FileRedemptions(folder.resolve("redeemed.log"), now);
    }

    @Test
    void onceAndOnlyOnce() {
        Permit permit = Permits.expiring(NOW.plusSeconds(60));
        try (FileRedemptions redemptions = open(NOW)) {
            assertThat(redemptions.isRedeemed(permit)).isFalse();
            assertThat(redemptions.redeem(permit)).isTrue();
            assertThat(redemptions.redeem(permit)).isFalse();
            assertThat(redemptions.isRedeemed(permit)).isTrue();
        }
    }

    @Test
    void otherPermitsAreNotTouched() {
        try (FileRedemptions redemptions = open(NOW)) {
            redemptions.redeem(Permits.expiring(NOW));
            assertThat(redemptions.redeem(Permits.expiring(NOW))).isTrue();
        }
    }

    @Test
    void aCrashDoesNotForgetIt() {
        Permit permit = Permits.expiring(NOW.plusSeconds(60));
        open(NOW).redeem(permit);
        try (FileRedemptions again = open(NOW.plusSeconds(1))) {
            assertThat(again.redeem(permit)).isFalse();
        }
    }

    @Test
    void aRedemptionThatWasCutOffWasNotOne() throws IOException {
        Permit permit = Permits.expiring(NOW.plusSeconds(60));
        open(NOW).redeem(permit);
        Path file = folder.resolve("redeemed.log");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 5));
        try (FileRedemptions again = open(NOW)) {
            assertThat(again.redeem(permit)).isTrue();
        }
    }

    @Test
    void whatExpiredLongAgoIsForgotten() throws IOException {
        open(NOW).redeem(Permits.expiring(NOW));
        open(NOW.plus(Duration.ofDays(6))).close();
        assertThat(Files.size(folder.resolve("redeemed.log"))).isPositive();
        open(NOW.plus(Duration.ofDays(8))).close();
        assertThat(Files.size(folder.resolve("redeemed.log"))).isZero();
    }
}
