package org.droveway.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestStatementChange {
    private static final PolicyStatement NOTHING = PolicyStatement.NOTHING;

    @ParameterizedTest
    @CsvSource({
        "SECURE, , SECURE, false",
        "SECURE, , INSECURE, true",
        "SECURE, INSECURE, INSECURE, true",
        "SECURE, INSECURE, , false",
        "SECURE, SECURE, , false",
        "INSECURE, , INSECURE, false",
        "INSECURE, , SECURE, false",
        "INSECURE, SECURE, , true",
        "INSECURE, SECURE, INSECURE, true",
    })
    void lessSecure(Security wider, @Nullable Security before, @Nullable Security after, boolean looser) {
        StatementChange change = new StatementChange(NOTHING.withSecurity(before), NOTHING.withSecurity(after), wider);
        assertThat(change.loosened().contains("security")).isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource({
        ", true, true",
        ", false, false",
        "true, , false",
        "true, false, false",
        "false, , true",
        "false, true, true",
        "true, true, false",
    })
    void aNoIsStricterThanSilenceAndSilenceThanAYes(@Nullable Boolean before, @Nullable Boolean after, boolean looser) {
        assertThat(loosened(management(before), management(after)).contains("allowManagementNetwork"))
                .isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource({", 100, false", "100, , true", "100, 200, true", "200, 100, false", "100, 100, false"})
    void aGreaterLimitIsLooser(@Nullable Long before, @Nullable Long after, boolean looser) {
        assertThat(loosened(bandwidth(before), bandwidth(after)).contains("bandwidthMiBs"))
                .isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource({
        ", CANCEL, false",
        ", KEEP_ON, false",
        ", THROTTLE, false",
        ", POST_COPY, true",
        "CANCEL, , true",
        "THROTTLE, , true",
        "POST_COPY, , false",
        "CANCEL, KEEP_ON, true",
        "KEEP_ON, THROTTLE, true",
        "POST_COPY, THROTTLE, false",
    })
    void onlyPostCopyAllowsMoreThanSilence(@Nullable Convergence before, @Nullable Convergence after, boolean looser) {
        assertThat(loosened(convergence(before), convergence(after)).contains("convergence"))
                .isEqualTo(looser);
    }

    @ParameterizedTest
    @CsvSource({", ZLIB, false", "NONE, XBZRLE, true", "NONE, , true", "ZLIB, ZSTD, false", "XBZRLE, ZSTD, true"})
    void aDearerCompressionIsLooser(
            @Nullable MemoryCompression before, @Nullable MemoryCompression after, boolean looser) {
        assertThat(loosened(compression(before), compression(after)).contains("compression"))
                .isEqualTo(looser);
    }

    @Test
    void anotherTransportIsLooser() {
        PolicyStatement direct = transports(Set.of(Transport.DIRECT));
        PolicyStatement tunnel = transports(Set.of(Transport.TUNNEL));
        PolicyStatement both = transports(Set.of(Transport.DIRECT, Transport.TUNNEL));
        assertThat(loosened(direct, both)).containsExactly("transports");
        assertThat(loosened(direct, tunnel)).containsExactly("transports");
        assertThat(loosened(both, direct)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.droveway.engine.policy.StatementChoices#all")
    void leavingItAsItIsNeedsNothingWhereItIsNotInsecure(PolicyStatement statement) {
        PolicyStatement secure = statement.withSecurity(Security.SECURE);
        assertThat(loosened(secure, secure)).isEmpty();
    }

    private static java.util.List<String> loosened(PolicyStatement before, PolicyStatement after) {
        return new StatementChange(before, after, Security.SECURE).loosened();
    }

    private static PolicyStatement management(@Nullable Boolean yes) {
        return new PolicyStatement(null, null, null, null, null, null, yes, null);
    }

    private static PolicyStatement bandwidth(@Nullable Long mib) {
        return new PolicyStatement(null, mib, null, null, null, null, null, null);
    }

    private static PolicyStatement transports(Set<Transport> some) {
        return new PolicyStatement(null, null, null, null, null, null, null, some);
    }

    private static PolicyStatement convergence(@Nullable Convergence said) {
        return new PolicyStatement(null, null, null, null, null, null, null, null, said, null);
    }

    private static PolicyStatement compression(@Nullable MemoryCompression said) {
        return new PolicyStatement(null, null, null, null, null, null, null, null, null, said);
    }
}
