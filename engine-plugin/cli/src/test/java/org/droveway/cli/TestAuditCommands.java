package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drovectl audit …} beyond its calls. */
final class TestAuditCommands {
    private static final String LINE = Samples.ENTRY.replace("\n", "");

    @TempDir
    private Path directory;

    @Test
    void aWholeExportIsTold() throws IOException {
        Terminal.Result result = verify(LINE);

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("1 entries, the chain is whole; the last hash is " + Samples.HASH + "\n");
    }

    @Test
    void aChangedExportEndsWith1AndNamesTheEntry() throws IOException {
        Terminal.Result result = verify(LINE.replace("alice", "mallory"));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("the chain is NOT whole", "entry 1 was changed");
    }

    @Test
    void anEndThatWasCutOffIsFoundByAHashKeptElsewhere() throws IOException {
        String kept = "f".repeat(64);

        assertThat(verify(LINE, "--expect", kept).exit()).isEqualTo(1);
        assertThat(verify(LINE, "--expect", kept).out()).contains("no entry has the hash " + kept);
        assertThat(verify(LINE, "--expect", Samples.HASH).exit()).isZero();
    }

    @Test
    void anEngineThatWithholdsItsNewestEntryIsFound() {
        try (ScriptedEngine engine = new ScriptedEngine()
                .on("GET /audit/head", 200, "{\"sequence\":2,\"hash\":\"" + "e".repeat(64) + "\"}")
                .on("GET /audit?after=0&limit=1000", 200, "[" + Samples.ENTRY + "]")) {
            assertThat(new Terminal(engine).run("audit", "verify").exit()).isEqualTo(1);
        }
    }

    @Test
    void anExportIsTakenPageByPage() {
        String page = "[" + (LINE + ",").repeat(999) + LINE.replace("\"sequence\":1,", "\"sequence\":1000,") + "]";
        try (ScriptedEngine engine = new ScriptedEngine()
                .on("GET /audit?after=0&limit=1000", 200, page)
                .on("GET /audit?after=1000&limit=1000", 200, "[" + LINE + "]")) {
            assertThat(new Terminal(engine).run("audit", "export").out().lines())
                    .hasSize(1001)
                    .allMatch(line -> line.startsWith("{\"sequence\":1"));
        }
    }

    @Test
    void aListTellsWhatWasAndWhatIs() {
        try (ScriptedEngine engine = new ScriptedEngine().on("GET /audit", 200, "[" + Samples.ENTRY + "]")) {
            assertThat(new Terminal(engine).run("audit", "list").out())
                    .contains("alice (admin)", "host h1", "{\"mode\":\"OBSERVE\"} -> {\"mode\":\"ENFORCE\"}");
        }
    }

    private Terminal.Result verify(String export, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("audit.jsonl"), export + "\n");
        String[] arguments = new String[3 + more.length];
        arguments[0] = "audit";
        arguments[1] = "verify";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new Terminal("http://127.0.0.1:9", "secret").run(arguments);
    }
}
