package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.droveway.protocol.Json;
import org.jspecify.annotations.Nullable;

/** The engine as its clients see it. */
final class Engine {
    /** An answer. */
    record Answer(int status, String type, JsonNode body) {}

    private static final Path BASE = Path.of(System.getProperty("engine.base"));

    static final Path DATA = BASE.resolve("droveway");

    private static final Properties PORTS = ports();

    private final HttpClient client =
            HttpClient.newBuilder().sslContext(Trust.inCa()).build();
    private final @Nullable String token;

    private Engine(@Nullable String token) {
        this.token = token;
    }

    static Engine anonymous() {
        return new Engine(null);
    }

    static Engine withToken(String token) {
        return new Engine(token);
    }

    /** With the token that the engine wrote at its first start. */
    static Engine administrator() {
        try {
            return new Engine(Files.readString(DATA.resolve("admin.token")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("no first token", e);
        }
    }

    static String people() {
        return "https://127.0.0.1:" + PORTS.getProperty("people");
    }

    static String agents() {
        return "https://127.0.0.1:" + PORTS.getProperty("agents");
    }

    /** A token's secret, made by this client. */
    String token(String body) {
        return call("POST", "/tokens", body).body().path("token").asText();
    }

    Answer call(String method, String path) {
        return call(method, path, null);
    }

    Answer call(String method, String path, @Nullable String body) {
        return call(method, path, body, Map.of("Content-Type", "application/json"));
    }

    Answer call(String method, String path, @Nullable String body, Map<String, String> headers) {
        return send(client, request(method, path, body, headers));
    }

    /** The status alone: an answer that never ends is not waited for. */
    int status(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest request = request(method, path, body, headers);
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The API's answer as text. */
    String text(String path, String accept) {
        return read(client, request("GET", path, null, Map.of("Accept", accept)));
    }

    /** Something else of the server, as text. */
    static String page(String path) {
        HttpClient stranger = HttpClient.newBuilder().sslContext(Trust.inCa()).build();
        return read(
                stranger, HttpRequest.newBuilder(URI.create(people() + path)).build());
    }

    static Map<String, String> contentType(String type) {
        return Map.of("Content-Type", type.contains("*") ? "application/json" : type);
    }

    private HttpRequest request(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(people() + "/droveway/api/v1" + path).normalize())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private static String read(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The lines of the event stream until it has told of everything there is. */
    List<String> everything() {
        try (Stream<String> lines =
                client.send(events(), BodyHandlers.ofLines()).body()) {
            return lines.takeWhile(line -> !line.equals("event: ready")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All lines of the event stream, once it is over; it is open when this returns. */
    CompletableFuture<List<String>> toTheEnd() {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<List<String>> told = client.sendAsync(events(), BodyHandlers.ofLines())
                .thenApply(answer -> {
                    try (Stream<String> lines = answer.body()) {
                        return lines.peek(line -> {
                                    if (line.equals("event: ready")) {
                                        ready.countDown();
                                    }
                                })
                                .toList();
                    }
                });
        await().until(() -> ready.getCount() == 0);
        return told;
    }

    private HttpRequest events() {
        return HttpRequest.newBuilder(URI.create(people() + "/droveway/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** What the event stream tells of a migration, beginning with the state it has now; grows while it is read. */
    List<String> statesOf(String migration) {
        MigrationStates told = new MigrationStates(migration);
        var unused = client.sendAsync(events(), BodyHandlers.fromLineSubscriber(told));
        await().until(() -> !told.states().isEmpty());
        return told.states();
    }

    static Answer send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json");
            return new Answer(
                    response.statusCode(),
                    type,
                    json ? Json.mapper().readTree(response.body()) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties ports() {
        Properties ports = new Properties();
        try (InputStream stream = Files.newInputStream(BASE.resolve("ports.properties"))) {
            ports.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("no ports.properties", e);
        }
        return ports;
    }
}
