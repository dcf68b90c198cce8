package org.droveway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TestMigrationParameters {
    private static MigrationParameters insecure(
            @Nullable List<String> disks,
            @Nullable Integer connections,
            @Nullable Compression compression,
            @Nullable Handover handover,
            @Nullable Convergence convergence) {
        return new MigrationParameters(
                Security.INSECURE, null, null, null, disks, connections, compression, handover, convergence);
    }

    @Test
    void theSimplestNeedsWhatEveryAgentHas() {
        assertThat(new MigrationParameters(Security.SECURE, null, null, "h2").needs())
                .containsExactlyInAnyOrder("direct", "qemu-tls", "strict-handover", "nonce-proof", "control-relay");
    }

    @Test
    void everyWishNeedsACapabilityOfItsName() {
        assertThat(insecure(List.of("vda"), 4, Compression.ZSTD, Handover.FAST, Convergence.POST_COPY)
                        .needs())
                .containsExactlyInAnyOrder(
                        "direct",
                        "nonce-proof",
                        "control-relay",
                        "fast-handover",
                        "local-disks",
                        "multifd",
                        "compression",
                        "post-copy");
        assertThat(insecure(null, null, null, null, Convergence.THROTTLE).needs())
                .contains("auto-converge");
        assertThat(insecure(null, null, null, null, Convergence.CANCEL).needs()).contains("convergence-watch");
        assertThat(insecure(null, null, null, Handover.STRICT, Convergence.KEEP_ON)
                        .needs())
                .containsExactlyInAnyOrder("direct", "strict-handover", "nonce-proof", "control-relay");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 256})
    void connectionsAreCounted(int connections) {
        assertThatThrownBy(() -> insecure(null, connections, null, null, null))
                .hasMessage("parallelConnections is " + connections + ", needed 1 to 255");
    }

    @Test
    void contradictionsAreNamedAllAtOnce() {
        assertThatThrownBy(() ->
                        insecure(List.of("vda", "vda"), 2, Compression.XBZRLE, Handover.STRICT, Convergence.POST_COPY))
                .hasMessage(
                        "compression XBZRLE excludes parallel connections; post-copy excludes the strict handover:"
                                + " libvirt starts the guest at the destination itself; disks are [vda, vda], needed each once");
        assertThatThrownBy(() -> insecure(null, null, Compression.ZLIB, null, null))
                .hasMessage("compression ZLIB needs parallel connections");
    }

    @Test
    void disksTakeASecondPort() {
        assertThat(insecure(List.of(), null, null, null, null).ports()).isEqualTo(1);
        assertThat(insecure(List.of("vda"), null, null, null, null).ports()).isEqualTo(2);
    }

    @Test
    void anOlderPeersParametersMeanTheSimplest() throws JsonProcessingException {
        assertThat(Json.mapper().readValue("{\"security\":\"insecure\"}", MigrationParameters.class))
                .isEqualTo(new MigrationParameters(Security.INSECURE, null, null, null));
    }
}
