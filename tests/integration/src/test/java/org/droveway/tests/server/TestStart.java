package org.droveway.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.droveway.engine.database.Database;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The delivered server, started as people start it. */
class TestStart {
    @TempDir
    Path data;

    @TempDir
    Path secrets;

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoComesBeforeTheEngineIsReadyWaitsAndIsAnswered(Database database) throws IOException {
        try (EngineProcess engine = EngineProcess.start(data, database.environment(secrets))) {
            HttpClient client = engine.client();
            Optional<HttpResponse<String>> first = await().atMost(EngineProcess.LONGEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> ask(client, engine.api("/health")), Optional::isPresent);
            assertThat(first.orElseThrow().statusCode()).isEqualTo(200);
            assertThat(first.orElseThrow().body()).contains("\"status\":\"up\"");
            assertThat(Files.exists(data.resolve("db"))).isEqualTo(database == Database.H2);
        }
    }

    /** The first answer of any kind; empty while nobody listens. */
    private static Optional<HttpResponse<String>> ask(HttpClient client, URI health)
            throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(EngineProcess.LONGEST)
                    .build();
            return Optional.of(client.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return Optional.empty();
        }
    }
}
