package org.droveway.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.droveway.engine.inventory.DataCenter;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestEffectivePolicy {
    @ParameterizedTest
    @CsvSource({
        ", , SECURE",
        ", SECURE, SECURE",
        "secure, , SECURE",
        "secure, SECURE, SECURE",
        "insecure, , INSECURE",
        "insecure, INSECURE, INSECURE",
        "insecure, SECURE, SECURE",
    })
    void strictestOfBothWins(@Nullable String policy, @Nullable Security override, Security effective) {
        EffectivePolicy result = EffectivePolicy.of(datacenter(policy), override);
        assertThat(result.type()).isEqualTo(effective);
        assertThat(result.refusal()).isNull();
        assertThat(result.reason()).contains("data center dc");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "secure"},
            nullValues = "null")
    void refusesToWeaken(@Nullable String policy) {
        EffectivePolicy result = EffectivePolicy.of(datacenter(policy), Security.INSECURE);
        assertThat(result.type()).isEqualTo(Security.SECURE);
        assertThat(result.refusal()).extracting(Refusal::code).isEqualTo(RefusalCode.OVERRIDE_WEAKENS_POLICY.name());
    }

    private static DataCenter datacenter(@Nullable String policy) {
        return new DataCenter("dc", policy == null ? null : PolicyGrammar.parse(policy), 1);
    }
}
