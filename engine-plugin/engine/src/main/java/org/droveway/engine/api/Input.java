package org.droveway.engine.api;

import java.util.Optional;
import java.util.UUID;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Checks of what requests hold. */
final class Input {
    private Input() {}

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new InvalidInputException("the request has no body; needed a JSON object");
        }
        return body;
    }

    static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(name + " is missing");
        }
        return value;
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
