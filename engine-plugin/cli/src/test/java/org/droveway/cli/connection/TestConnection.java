package org.droveway.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TestConnection {
    @ParameterizedTest
    @CsvSource({
        "https://engine.example:8443, https://engine.example:8443/",
        "https://engine.example, https://engine.example/",
        "https://10.61.0.2:8443/droveway/, https://10.61.0.2:8443/",
        "https://[fd00::2]:8443, https://[fd00::2]:8443/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/",
        "http://localhost:8080, http://localhost:8080/",
        "http://[::1]:8080, http://[::1]:8080/",
    })
    void takesHttpsAndLoopback(String url, String root) {
        assertThat(Connection.to(url, null, null).url()).hasToString(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://engine.example:8443",
                "http://10.61.0.2:8080",
                "engine.example:8443",
                "https://",
                "ftp://engine.example",
                "https:engine",
                "https://engine example",
                "",
            })
    void refusesWhatWouldShowTheTokenOrIsNoAddress(String url) {
        assertThatThrownBy(() -> Connection.to(url, "secret", null))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("'" + url + "'")
                .hasMessageContaining("DROVEWAY_URL")
                .hasMessageNotContaining("secret");
    }
}
