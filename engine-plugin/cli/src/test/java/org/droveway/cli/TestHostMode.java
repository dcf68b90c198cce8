package org.droveway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.droveway.cli.ScriptedEngine.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing a host's mode: the agent has to report it before it is shown. */
final class TestHostMode {
    private final ScriptedEngine engine = new ScriptedEngine();

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"observe", "assist", "enforce"})
    void sendsTheMode(String mode) {
        engine.otherwise(200, host("up", mode));

        Terminal.Result result = run(mode);

        assertThat(result.exit()).isZero();
        assertThat(engine.requests().get(0))
                .isEqualTo(new Request("PUT /hosts/h1/mode", "{\"mode\":\"" + mode + "\"}", "Bearer secret"));
    }

    @Test
    void showsTheModeOnceTheAgentReportsIt() {
        engine.on("PUT /hosts/h1/mode", 200, host("up", "observe"))
                .on("GET /hosts/h1", 200, host("up", "observe"))
                .on("GET /hosts/h1", 200, host("up", "enforce"));

        assertThat(run("enforce").out()).containsPattern("mode +enforce");
    }

    @Test
    void showsWhatItIsWhenTheAgentTakesTooLong() {
        engine.otherwise(200, host("up", "observe"));

        assertThat(run("enforce").out()).containsPattern("mode +observe");
    }

    @Test
    void doesNotWaitForAHostThatIsDown() {
        engine.on("PUT /hosts/h1/mode", 200, host("down", "observe"));

        run("enforce");

        assertThat(engine.requests()).hasSize(1);
    }

    private Terminal.Result run(String mode) {
        return new Terminal(engine).run("host", "mode", "h1", mode);
    }

    private static String host(String state, String mode) {
        return Samples.HOST.replace("\"up\",\"mode\":\"enforce\"", "\"" + state + "\",\"mode\":\"" + mode + "\"");
    }
}
