package org.droveway.engine.network;

import static java.util.Objects.requireNonNull;

/**
 * Something that a person should know about a setting, and that keeps nothing from being set.
 *
 * @param object what it is about, for example {@code host h2}
 * @param found what was seen
 * @param needed what would have been right
 * @param remedy what a person can do
 */
public record Finding(String object, String found, String needed, String remedy) {
    public Finding {
        requireNonNull(object, "object");
        requireNonNull(found, "found");
        requireNonNull(needed, "needed");
        requireNonNull(remedy, "remedy");
    }
}
