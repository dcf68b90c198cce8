package org.droveway.cli.engine;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the engine showed, with the version that a later change of it names.
 *
 * @param tag as it is put into If-Match; null: the engine gives it none
 */
public record Versioned<T>(T value, @Nullable String tag) {
    public Versioned {
        requireNonNull(value, "value");
    }
}
