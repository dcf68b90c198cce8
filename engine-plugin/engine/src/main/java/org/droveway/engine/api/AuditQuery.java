package org.droveway.engine.api;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.AuditLog;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit a request wants. */
public class AuditQuery {
    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("before")
    @Nullable
    String before;

    @QueryParam("who")
    @Nullable
    String who;

    @QueryParam("object")
    @Nullable
    String object;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("since")
    @Nullable
    String since;

    @QueryParam("until")
    @Nullable
    String until;

    AuditLog.Filter filter() {
        return new AuditLog.Filter(
                sequence("after", after),
                sequence("before", before),
                who,
                object,
                outcome(outcome),
                moment("since", since),
                moment("until", until));
    }

    private static @Nullable Long sequence(String name, @Nullable String text) {
        if (text != null && !text.matches("[0-9]{1,18}")) {
            throw new InvalidInputException(name + " is '" + text + "', needed the sequence of an entry");
        }
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable Outcome outcome(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("outcome is '" + word + "', needed one of "
                        + Arrays.stream(Outcome.values()).map(Outcome::word).collect(Collectors.joining(", "))));
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    name + " is '" + text + "', needed a moment in UTC, for example 2026-11-21T10:00:00Z", e);
        }
    }
}
