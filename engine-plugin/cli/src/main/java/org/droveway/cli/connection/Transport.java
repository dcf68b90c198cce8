package org.droveway.cli.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;

/** Carries requests to the engine; every way of not reaching it becomes one clear sentence. */
public final class Transport {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A dry run asks two hosts before it answers. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Connection connection;
    private final HttpClient client;

    /** Makes no connection yet; reads the CA file. */
    public Transport(Connection connection) {
        this.connection = connection;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT);
        if (connection.ca() != null) {
            builder.sslContext(Trust.only(connection.ca()));
        }
        this.client = builder.build();
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @param path from the root, already encoded
     * @param headers besides the token's
     * @throws CommandFailure if there is no answer
     */
    public Answer send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        URI target = connection.url().resolve(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(ANSWER).method(method, body);
        headers.forEach(request::header);
        if (connection.token() != null) {
            request.header("Authorization", "Bearer " + connection.token());
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(null),
                    response.body());
        } catch (SSLException e) {
            throw unreachable("TLS failed: " + innermost(e) + "; is DROVEWAY_CA this engine's ca.pem?");
        } catch (HttpTimeoutException e) {
            throw unreachable("no answer in time (" + e.getMessage() + ")");
        } catch (ConnectException e) {
            throw unreachable(
                    e.getCause() instanceof UnresolvedAddressException ? "unknown host" : "connection refused");
        } catch (IOException e) {
            throw unreachable(innermost(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    /** The failure that says why this engine is not reached. */
    public CommandFailure unreachable(String why) {
        return CommandFailure.of(
                ExitCode.UNREACHABLE,
                "engine " + connection.url() + " is not reachable: " + why + " (is DROVEWAY_URL right?)");
    }

    /** The failure of a request that came too early, or after the engine had begun to stop. */
    public CommandFailure starting(int status) {
        return CommandFailure.of(
                ExitCode.UNREACHABLE,
                "engine " + connection.url() + " is starting or stopping (status " + status
                        + "); try again in a moment");
    }

    private static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
