package org.droveway.agent.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.droveway.protocol.peer.QemuAbilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestQmpAnswers {
    static String answers(String version) throws IOException {
        try (InputStream lines = TestQmpAnswers.class.getResourceAsStream(version + ".qmp")) {
            return new String(Objects.requireNonNull(lines, version).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static QemuAbilities abilities(String version) throws IOException {
        return QmpAnswers.read(answers(version)).abilities().orElseThrow();
    }

    @Test
    void recordedQemuSaysWhatItCan() throws IOException {
        QemuAbilities qemu = abilities("recorded-7.2.22");
        assertThat(qemu.version()).isEqualTo("7.2.22");
        assertThat(qemu.capabilities())
                .hasSize(21)
                .contains("multifd", "postcopy-ram", "xbzrle", "auto-converge", "zero-copy-send", "compress");
        assertThat(qemu.parameters()).contains("tls-creds", "multifd-channels");
        assertThat(qemu.compressions()).containsExactlyInAnyOrder("zlib", "zstd");
        assertThat(qemu.dropsCache()).isTrue();
    }

    @Test
    void anOlderOneHasFewerAbilities() throws IOException {
        assertThat(abilities("handmade-4.0.0"))
                .isEqualTo(new QemuAbilities(
                        "4.0.0",
                        Set.of("xbzrle", "compress", "multifd"),
                        Set.of("multifd-channels", "tls-creds", "tls-hostname"),
                        Set.of(),
                        false));
    }

    @Test
    void aNewerOneHasOthers() throws IOException {
        assertThat(abilities("handmade-10.1.0"))
                .isEqualTo(new QemuAbilities(
                        "10.1.0",
                        Set.of("xbzrle", "postcopy-ram", "multifd", "mapped-ram"),
                        Set.of("multifd-channels", "avail-switchover-bandwidth"),
                        Set.of("zlib", "zstd", "qatzip"),
                        true));
    }

    @Test
    void whatItComplainsOfIsKept() {
        QemuFinding finding = QmpAnswers.read("qemu-system-x86_64: invalid accelerator kvm\n");
        assertThat(finding.abilities()).isEmpty();
        assertThat(finding.complaint()).contains("was not answered; it said: qemu-system-x86_64: invalid accelerator");
    }

    @Test
    void aRefusedQuestionIsNamed() throws IOException {
        String lines = answers("handmade-4.0.0")
                .replaceAll(
                        "(?m)^.*\"id\": \"query-version\".*$",
                        "{\"error\": {\"class\": \"CommandNotFound\", \"desc\": \"no such command\"}, \"id\": \"query-version\"}");
        assertThat(QmpAnswers.read(lines).complaint()).isEqualTo("query-version was not answered: no such command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"query-version", "query-migrate-capabilities", "query-migrate-parameters", "query-qmp-schema"})
    void aMissingAnswerIsNoAnswerAtAll(String question) throws IOException {
        String lines = answers("recorded-7.2.22").replaceAll("(?m)^.*\"id\": \"" + question + "\".*$", "");
        assertThat(QmpAnswers.read(lines).complaint()).isEqualTo(question + " was not answered");
    }

    @Test
    void anAnswerThatIsCutOffIsNotJson() throws IOException {
        String lines = answers("recorded-7.2.22");
        assertThat(QmpAnswers.read(lines.substring(0, 1_500)).complaint()).startsWith("an answer is not JSON: ");
    }
}
