package org.droveway.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clients who make networks at an engine, one after the other and side by side, until it does not answer any more. */
final class NetworkWriters {
    private final EngineProcess engine;
    private final HttpClient client;
    private final String token;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** None of them has begun. */
    NetworkWriters(EngineProcess engine) throws IOException {
        this.engine = engine;
        this.client = engine.client();
        this.token = engine.token();
    }

    /** So many of them; each ends when the engine has. */
    Stream<Callable<Void>> writers(int number) {
        return IntStream.range(0, number).mapToObj(writer -> () -> {
            write("n" + writer + "-");
            return null;
        });
    }

    /** Names of the networks that the engine said it has made. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    private void write(String names) throws InterruptedException {
        for (int i = 0; make(names + i); i++) {
            acknowledged.add(names + i);
        }
    }

    /** Whether there was an answer, which then must be that it is made. */
    private boolean make(String name) throws InterruptedException {
        String body = "{\"name\":\"%s\",\"cidr\":\"10.8.0.0/24\",\"mtu\":1500}".formatted(name);
        HttpRequest request = HttpRequest.newBuilder(engine.api("/networks"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .as(name)
                    .isEqualTo(201);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
