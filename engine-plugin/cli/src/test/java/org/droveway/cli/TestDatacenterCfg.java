package org.droveway.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.droveway.cli.ScriptedEngine.Reply;
import org.droveway.cli.ScriptedEngine.Request;
import org.droveway.cli.digest.Sha256;
import org.droveway.cli.engine.EngineJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing and exporting a datacenter.cfg. */
final class TestDatacenterCfg {
    private static final String CALL = "/datacenters/lab/datacenter.cfg";
    private static final String FILE = "# caf\u00e9\r\nmigration: secure\n\nlast";
    private static final String NOTHING = "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"";
    private static final String WARNED =
            "{\"name\":\"lab\",\"migration\":\"secure,network=10.9.0.0/24\",\"migrationType\":\"secure\","
                    + "\"migrationNetwork\":\"10.9.0.0/24\",\"clusters\":[\"lab\"],\"warnings\":[{\"object\":\"host h1\","
                    + "\"found\":\"no address in 10.9.0.0/24\",\"needed\":\"exactly one\",\"remedy\":\"configure one\"}]}";

    @TempDir
    Path directory;

    private final ScriptedEngine engine = new ScriptedEngine();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theFirstImportReplacesNothing() {
        engine.on("GET " + CALL, new Reply(200, "text/plain", ""));
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);

        assertThat(piped(FILE, "import", "lab", "-").exit()).isZero();
        assertThat(engine.header("If-Match")).isEqualTo(NOTHING);
    }

    @Test
    void importingWhatIsThereNeedsNoOption() {
        engine.on("GET " + CALL, new Reply(200, "text/plain", "migration: secure\n"));
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);

        assertThat(piped("migration: secure\n", "import", "lab", "-").exit()).isZero();
        assertThat(engine.header("If-Match")).isNotEqualTo("*").hasSize(66);
    }

    @Test
    void whatIsThereIsNotReplacedUnseen() {
        engine.on("GET " + CALL, new Reply(200, "text/plain", "migration: secure\n"));

        Terminal.Result result = piped(FILE, "import", "lab", "-");

        String digest = Sha256.of("migration: secure\n");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(engine.requests()).extracting(Request::call).containsExactly("GET " + CALL);
        assertThat(result.err()).isEqualTo("""
                drovectl: data center lab has a datacenter.cfg already, SHA-256 %1$s; nothing was imported
                  see it         drovectl datacenter export lab
                  replace it     add --replaces %1$s
                  whatever it is add --overwrite
                """.formatted(digest));
    }

    @Test
    void takesTheDigestOfTheFileThatItReplaces() {
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);

        piped(FILE, "import", "lab", "-", "--replaces", Samples.HASH);

        assertThat(engine.header("If-Match")).isEqualTo('"' + Samples.HASH + '"');
    }

    @Test
    void tellsAPersonTheDigestOfWhatItExports() {
        engine.on("GET " + CALL, new Reply(200, "text/plain", FILE));

        Terminal.Result result = new Terminal(engine).columns(80).run("datacenter", "export", "lab");

        assertThat(result.err()).isEqualTo("SHA-256 for import --replaces: " + Sha256.of(FILE) + "\n");
        assertThat(result.out()).isEqualTo(FILE);
    }

    @Test
    void sendsAFileAsItIs() throws IOException {
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);
        Path file = Files.writeString(directory.resolve("a.cfg"), FILE);

        Terminal.Result result = run("import", "lab", file.toString(), "--overwrite");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("secure,network=10.62.0.0/24");
        assertThat(engine.requests()).extracting(Request::body).containsExactly(FILE);
        assertThat(engine.header("Content-Type")).isEqualTo("text/plain");
        assertThat(engine.header("If-Match")).isEqualTo("*");
    }

    @Test
    void sendsWhatIsPipedIn() {
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);

        new Terminal(engine).input(FILE).run("datacenter", "import", "lab", "-", "--overwrite");

        assertThat(engine.requests()).extracting(Request::body).containsExactly(FILE);
    }

    @Test
    void namesTheFileThatItReplaces() throws IOException {
        engine.on("PUT " + CALL, 200, Samples.DATA_CENTER);
        Path old = Files.writeString(directory.resolve("old.cfg"), "");
        Path file = Files.writeString(directory.resolve("new.cfg"), FILE);

        run("import", "lab", file.toString(), "--replaces", old.toString());

        assertThat(engine.header("If-Match")).isEqualTo(NOTHING);
    }

    @Test
    void tellsWarningsOnStderrAndIsDone() {
        engine.on("PUT " + CALL, 200, WARNED);

        Terminal.Result result = run("import", "lab", "-", "--overwrite");

        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .isEqualTo("warning: host h1: no address in 10.9.0.0/24; needed exactly one; configure one\n");
        assertThat(result.out()).contains("data center").doesNotContain("h1");
    }

    @Test
    void scriptsGetTheWarningsToo() throws JsonProcessingException {
        engine.on("PUT " + CALL, 200, WARNED);

        JsonNode imported = EngineJson.mapper()
                .readTree(run("import", "lab", "-", "--overwrite", "-o", "json").out());

        assertThat(imported.at("/migrationNetwork").asText()).isEqualTo("10.9.0.0/24");
        assertThat(imported.at("/warnings/0/object").asText()).isEqualTo("host h1");
    }

    @Test
    void repeatsEveryErrorOfAFile() {
        String errors = "datacenter.cfg has 2 errors, so nothing was changed:\\n  line 1, x\\n  line 2, y";
        engine.on("PUT " + CALL, 400, Samples.problem(400, errors));

        Terminal.Result result = run("import", "lab", "-", "--overwrite");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "drovectl: datacenter.cfg has 2 errors, so nothing was changed:\n  line 1, x\n  line 2, y\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Terminal.Result result = run("import", "lab", directory + "/none.cfg");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("drovectl: cannot read " + directory + "/none.cfg: no such file or directory\n");
        assertThat(engine.requests()).isEmpty();
    }

    @Test
    void writesTheFileToStdoutAsItIs() {
        engine.on("GET " + CALL, new Reply(200, "text/plain;charset=UTF-8", FILE));

        assertThat(run("export", "lab").out()).isEqualTo(FILE);
        assertThat(engine.header("Accept")).startsWith("text/plain");
    }

    @Test
    void writesTheFileToADiskAsItIs() throws IOException {
        engine.on("GET " + CALL, new Reply(200, "text/plain;charset=iso-8859-1", FILE));
        Path file = Files.writeString(directory.resolve("a.cfg"), "what was there before");

        Terminal.Result result = run("export", "lab", file.toString());

        assertThat(result.exit()).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(FILE.getBytes(ISO_8859_1));
        assertThat(names()).containsExactly("a.cfg");
    }

    @Test
    void keepsThePermissionsOfAFileThatItReplaces() throws IOException {
        engine.on("GET " + CALL, new Reply(200, "text/plain", FILE));
        Path file = Files.writeString(directory.resolve("a.cfg"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        run("export", "lab", file.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void leavesTheFileAloneWhenTheEngineRefuses() throws IOException {
        engine.on("GET " + CALL, 404, Samples.problem(404, "data center lab is not known"));
        Path file = Files.writeString(directory.resolve("a.cfg"), "old");

        assertThat(run("export", "lab", file.toString()).exit()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        engine.on("GET " + CALL, new Reply(200, "text/plain", FILE));

        Terminal.Result result = run("export", "lab", directory + "/none/a.cfg");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("drovectl: cannot write " + directory + "/none/a.cfg: no such file or directory\n");
    }

    @Test
    void scriptsGetTheFileInJson() throws JsonProcessingException {
        engine.on("GET " + CALL, new Reply(200, "text/plain", FILE));

        JsonNode exported =
                EngineJson.mapper().readTree(run("export", "lab", "-o", "json").out());

        assertThat(exported.at("/content").asText()).isEqualTo(FILE);
        assertThat(exported.at("/sha256").asText()).hasSize(64);
    }

    @Test
    void whatIsNoUtf8IsNotBentIntoJson() {
        engine.on("GET " + CALL, new Reply(200, "text/plain;charset=iso-8859-1", FILE));

        Terminal.Result result = run("export", "lab", "-o", "json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("no UTF-8", "name a FILE");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Terminal.Result piped(String input, String... arguments) {
        String[] line =
                Stream.concat(Stream.of("datacenter"), Stream.of(arguments)).toArray(String[]::new);
        return new Terminal(engine).input(input).run(line);
    }

    private Terminal.Result run(String... arguments) {
        return piped("", arguments);
    }
}
