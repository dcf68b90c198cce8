package org.droveway.engine.api;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that the framework turned away before any of our methods saw it.
 *
 * @param path from the root
 * @param accept as sent; null: not said
 * @param contentType as sent; null: not said
 */
record Unmatched(
        String method,
        String path,
        @Nullable String accept,
        @Nullable String contentType) {
    /** The framework numbers its messages; the numbers tell a client nothing. */
    private static final Pattern NUMBER = Pattern.compile("^RESTEASY\\d+: *");

    Unmatched {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
    }

    /** The problem to answer with: what was found, what there is. */
    Response problem(WebApplicationException failure) {
        Response refused = failure.getResponse();
        Response problem = Problems.of(refused.getStatusInfo(), sentence(failure));
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    private String sentence(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 404 -> "there is nothing at " + path + "; needed a path that /droveway/api/v1/openapi.json lists";
            case 405 -> method + " is not possible at " + path + allowed(failure.getResponse());
            case 406 ->
                "Accept is '" + accept + "', but " + path + " answers in another format; needed "
                        + "application/json (text/event-stream for /droveway/api/v1/events, text/plain for datacenter.cfg)";
            case 415 ->
                contentType == null
                        ? "the body has no Content-Type; needed application/json"
                        : "Content-Type is '" + contentType + "'; needed application/json";
            default ->
                NUMBER.matcher(Objects.requireNonNullElse(failure.getMessage(), "no reason given"))
                        .replaceFirst("");
        };
    }

    private static String allowed(Response response) {
        String methods = response.getAllowedMethods().stream().sorted().collect(Collectors.joining(", "));
        return methods.isEmpty() ? "" : "; needed one of " + methods;
    }
}
