package org.droveway.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.droveway.engine.database.Database;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The delivered server, started as people start it. */
class TestStart {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @TempDir
    Path data;

    @TempDir
    Path secrets;

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoComesBeforeTheEngineIsReadyWaitsAndIsAnswered(Database database) throws IOException, InterruptedException {
        Ports ports = Ports.free();
        Process engine = start(ports, database.environment(secrets));
        try {
            await().atMost(LONGEST).until(() -> Files.exists(data.resolve("ca.pem")));
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trust(data.resolve("ca.pem")))
                    .build();
            URI health = URI.create("https://127.0.0.1:" + ports.people() + "/droveway/api/v1/health");
            Optional<HttpResponse<String>> first = await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> ask(client, health), Optional::isPresent);
            assertThat(first.orElseThrow().statusCode()).isEqualTo(200);
            assertThat(first.orElseThrow().body()).contains("\"status\":\"up\"");
            assertThat(Files.exists(data.resolve("db"))).isEqualTo(database == Database.H2);
        } finally {
            engine.destroy();
            assertThat(engine.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The first answer of any kind; empty while nobody listens. */
    private static Optional<HttpResponse<String>> ask(HttpClient client, URI health)
            throws IOException, InterruptedException {
        try {
            return Optional.of(
                    client.send(HttpRequest.newBuilder(health).timeout(LONGEST).build(), BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return Optional.empty();
        }
    }

    private Process start(Ports ports, Map<String, String> database) throws IOException {
        Path script = Path.of(System.getProperty("engine.home"), "bin", "droveway-engine");
        ProcessBuilder builder = new ProcessBuilder(script.toRealPath().toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "start.log").toFile());
        builder.environment().put("DROVEWAY_DATA", data.toString());
        builder.environment().putAll(database);
        builder.environment().put("DROVEWAY_HTTPS_PORT", Integer.toString(ports.people()));
        builder.environment().put("DROVEWAY_AGENT_PORT", Integer.toString(ports.agents()));
        return builder.start();
    }

    private static SSLContext trust(Path ca) throws IOException {
        try (InputStream pem = Files.newInputStream(ca)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "engine", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
