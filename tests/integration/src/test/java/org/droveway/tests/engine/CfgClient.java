package org.droveway.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One data center's datacenter.cfg, byte for byte; one character stands for one byte. */
final class CfgClient {
    /** An answer with its ETag. */
    record Answer(int status, String type, String etag, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder().sslContext(Trust.inCa()).build();
    private final URI file;
    private final String token;

    CfgClient(String dataCenter, String token) {
        this.file = URI.create(Engine.people() + "/droveway/api/v1/datacenters/" + dataCenter + "/datacenter.cfg");
        this.token = token;
    }

    Answer get() {
        return send(HttpRequest.newBuilder(file));
    }

    /** The file, which is there. */
    String content() {
        Answer answer = get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    Answer put(String content, @Nullable String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(file)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofByteArray(content.getBytes(StandardCharsets.ISO_8859_1)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(""),
                    new String(response.body(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("datacenter.cfg", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
