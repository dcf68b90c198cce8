package org.droveway.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.droveway.cli.connection.Answer;
import org.droveway.cli.connection.Transport;
import org.jspecify.annotations.Nullable;

/** One call to the REST API: encodes what goes in, reads what comes out, turns problems into failures. */
final class Call {
    private static final String BASE = "/droveway/api/v1";
    private static final String PROBLEM = "application/problem+json";

    private final Transport transport;
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final BodyPublisher body;

    private Call(Transport transport, String method, String path, Map<String, String> headers, BodyPublisher body) {
        this.transport = transport;
        this.method = method;
        this.path = path;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** A call without a body; each segment is one path element in plain text. */
    static Call of(Transport transport, String method, String... segments) {
        StringBuilder path = new StringBuilder(BASE);
        for (String segment : segments) {
            path.append('/').append(encode(segment));
        }
        return new Call(
                transport,
                method,
                path.toString(),
                Map.of("Accept", "application/json, " + PROBLEM),
                BodyPublishers.noBody());
    }

    /** The text as it may stand in a path or query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Names and values as a query. */
    static String query(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + encode(filter.getValue()))
                .collect(Collectors.joining("&"));
    }

    Call with(Object content) {
        return header("Content-Type", "application/json").body(BodyPublishers.ofString(write(content)));
    }

    /** With a file as it is. */
    Call withFile(byte[] file) {
        return header("Content-Type", "text/plain").body(BodyPublishers.ofByteArray(file));
    }

    /** In place of what has this ETag: if it is another by now, nothing is changed; null: whatever is there. */
    Call replacing(@Nullable String tag) {
        return tag == null ? this : header("If-Match", tag);
    }

    Call query(String query) {
        return new Call(transport, method, query.isEmpty() ? path : path + "?" + query, headers, body);
    }

    private Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(transport, method, path, more, body);
    }

    private Call body(BodyPublisher content) {
        return new Call(transport, method, path, headers, content);
    }

    void run() {
        send();
    }

    <T> T one(Class<T> type) {
        return read(send().text(), json -> EngineJson.mapper().readValue(json, type));
    }

    <T> Versioned<T> versioned(Class<T> type) {
        Answer answer = send();
        return new Versioned<>(read(answer.text(), json -> EngineJson.mapper().readValue(json, type)), answer.tag());
    }

    /** The answer as it is: a file. */
    byte[] file() {
        return header("Accept", "text/plain, " + PROBLEM).send().bytes();
    }

    <T> List<T> list(Class<T> type) {
        return read(
                send().text(), json -> EngineJson.mapper().readerForListOf(type).<List<T>>readValue(json));
    }

    private Answer send() {
        Answer answer = transport.send(method, path, headers, body);
        if (answer.status() >= 200 && answer.status() < 300) {
            return answer;
        }
        // A proxy in front of an engine that is starting says 502 to 504; an engine never does.
        if (answer.status() >= 502 && answer.status() <= 504) {
            throw transport.starting(answer.status());
        }
        if (!answer.isJson()) {
            throw transport.unreachable("it answered " + method + " " + path + " with status " + answer.status()
                    + " and no problem detail; the engine is starting, or it is no Droveway engine");
        }
        throw failure(read(answer.text(), json -> EngineJson.mapper().readValue(json, Problem.class)), answer.status());
    }

    private static CommandFailure failure(Problem problem, int status) {
        if (!problem.refusals().isEmpty()) {
            return CommandFailure.refused(problem.sentence(), problem.refusals(), problem.plan());
        }
        return switch (status) {
            case 400 -> CommandFailure.of(ExitCode.USAGE, problem.sentence());
            case 401 ->
                CommandFailure.of(
                        ExitCode.FAILED,
                        problem.sentence().contains("token")
                                ? problem.sentence() + " (set DROVEWAY_TOKEN, or use drovectl login)"
                                : problem.sentence());
            default -> CommandFailure.of(ExitCode.FAILED, problem.sentence());
        };
    }

    private static String write(Object content) {
        try {
            return EngineJson.mapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + content.getClass(), e);
        }
    }

    private <T> T read(String json, Reading<T> reading) {
        try {
            return reading.of(json);
        } catch (JsonProcessingException e) {
            throw CommandFailure.of(
                    ExitCode.FAILED,
                    "the engine's answer to " + method + " " + path + " is not understood: " + e.getOriginalMessage());
        }
    }

    private interface Reading<T> {
        T of(String json) throws JsonProcessingException;
    }
}
