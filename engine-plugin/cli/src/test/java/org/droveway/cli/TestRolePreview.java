package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code drovectl network role grant --dry-run}. */
final class TestRolePreview {
    @Test
    void showsTheAddressOfEachHostAndWhatToKnow() {
        Terminal.Result result = preview(Samples.ROLE_PREVIEW);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("""
                migrations in cluster lab would go over migration
                HOST  ADDRESS     NIC   MTU (BYTES)  REASON
                h1    10.62.0.11  mig0  1500         it is pinned
                h3    -           -     -            no address in 10.62.0.0/24
                warnings
                  HOST_WITHOUT_ADDRESS: host h3
                    found   no address in 10.62.0.0/24
                    needed  exactly one usable address
                    remedy  configure one
                """);
    }

    @Test
    void endsWith3WhenTheCommitWouldBeRefused() {
        Terminal.Result result =
                preview("{\"cluster\":\"lab\",\"hosts\":[],\"errors\":[" + Samples.REFUSAL + "],\"warnings\":[]}");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("would go over no network\n").contains("errors: it would be refused\n");
    }

    private static Terminal.Result preview(String json) {
        try (ScriptedEngine engine = new ScriptedEngine().otherwise(200, json)) {
            return new Terminal(engine).run("network", "role", "grant", "lab", "migration", "migration", "--dry-run");
        }
    }
}
