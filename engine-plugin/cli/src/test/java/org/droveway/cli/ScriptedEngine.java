package org.droveway.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers as docs/api.md says, from a script; the last answer of a call is repeated. */
public final class ScriptedEngine implements AutoCloseable {
    private static final String BASE = "/droveway/api/v1";

    static {
        // Else each answer waits 40 ms for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private volatile String tag = "";

    /** Listens on a free port of loopback. */
    public ScriptedEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a call such as {@code GET /vms} with JSON. */
    public ScriptedEngine on(String call, int status, String json) {
        return on(call, new Reply(status, status < 400 ? "application/json" : "application/problem+json", json));
    }

    /** Answers a call with anything. */
    public ScriptedEngine on(String call, Reply reply) {
        script.computeIfAbsent(call, key -> new ArrayDeque<>()).add(reply);
        return this;
    }

    /** Answers with this ETag. */
    public ScriptedEngine tag(String text) {
        tag = text;
        return this;
    }

    /** Answers every call that has no line of its own. */
    public ScriptedEngine otherwise(int status, String json) {
        return on("*", status, json);
    }

    /** What was asked, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** A header of the last request; "" if it had none of this name. */
    public String header(String name) {
        return Objects.requireNonNullElse(headers.get(headers.size() - 1).getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath().replaceFirst("^" + BASE, "");
        String query = exchange.getRequestURI().getRawQuery();
        String call = exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query);
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(new Request(call, body, authorization == null ? "" : authorization));
        Reply reply = next(call);
        headers.add(exchange.getRequestHeaders());
        byte[] bytes = reply.body().getBytes(reply.mediaType().endsWith("iso-8859-1") ? ISO_8859_1 : UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
        if (!tag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply next(String call) {
        Deque<Reply> replies = script.getOrDefault(call, script.getOrDefault("*", new ArrayDeque<>()));
        synchronized (replies) {
            if (replies.isEmpty()) {
                return new Reply(500, "text/plain", "not scripted: " + call);
            }
            return replies.size() > 1 ? replies.remove() : replies.element();
        }
    }

    /** One answer. */
    public record Reply(int status, String mediaType, String body) {}

    /** One call: method, path below the base, query; the body; the header Authorization. */
    public record Request(String call, String body, String authorization) {}
}
