package org.droveway.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The delivered engine as people start it: a process of its own on a data directory. */
final class EngineProcess implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(90);

    private final Path data;
    private final Ports ports;
    private final Process process;

    private EngineProcess(Path data, Ports ports, Process process) {
        this.data = data;
        this.ports = ports;
        this.process = process;
    }

    /**
     * Starts one, and does not wait for it.
     *
     * @param database what the start script is told of the database
     */
    static EngineProcess start(Path data, Map<String, String> database) throws IOException {
        Ports ports = Ports.free();
        Path script = Path.of(System.getProperty("engine.home"), "bin", "droveway-engine");
        ProcessBuilder builder = new ProcessBuilder(script.toRealPath().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "start.log").toFile()));
        builder.environment().put("DROVEWAY_DATA", data.toString());
        builder.environment().putAll(database);
        builder.environment().put("DROVEWAY_HTTPS_PORT", Integer.toString(ports.people()));
        builder.environment().put("DROVEWAY_AGENT_PORT", Integer.toString(ports.agents()));
        return new EngineProcess(data, ports, builder.start());
    }

    String url() {
        return "https://127.0.0.1:" + ports.people();
    }

    URI api(String path) {
        return URI.create(url() + "/droveway/api/v1" + path);
    }

    Path ca() {
        return data.resolve("ca.pem");
    }

    /** The token of the first administrator, who is there when the engine answers. */
    String token() throws IOException {
        return Files.readString(data.resolve("admin.token")).strip();
    }

    /** A client that trusts this engine and nobody else; waits until the engine has a CA. */
    HttpClient client() throws IOException {
        await().atMost(LONGEST).until(() -> Files.exists(ca()));
        return HttpClient.newBuilder().sslContext(trust(ca())).build();
    }

    /** Waits until it answers. */
    void awaitReady() throws IOException {
        HttpClient client = client();
        HttpRequest health = HttpRequest.newBuilder(api("/health")).build();
        await().atMost(LONGEST)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(health, BodyHandlers.discarding()).statusCode(), status -> status == 200);
    }

    /** What it answers to its first administrator; fails if that is no success. */
    String read(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api(path))
                .header("Authorization", "Bearer " + token())
                .header("Accept", accept)
                .build();
        HttpResponse<String> response = client().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Ends it by signal 9, in the midst of whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it by signal 15, unless it has ended. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the engine did not end within " + LONGEST + " after signal 15");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the engine ended", e);
        }
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
