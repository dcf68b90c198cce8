package org.droveway.protocol;

import static java.util.Objects.requireNonNull;

/**
 * One reason why something is not done. A refusal never comes alone if there are more: callers collect all of them.
 *
 * @param code stable, upper case with underscores, see {@link RefusalCode}; a string, because a newer peer may know more
 * @param object what it is about, for example {@code host h2}
 * @param found what was seen
 * @param needed what would have been right
 * @param remedy what a person can do
 */
public record Refusal(String code, String object, String found, String needed, String remedy) {
    public Refusal {
        requireNonNull(code, "code");
        requireNonNull(object, "object");
        requireNonNull(found, "found");
        requireNonNull(needed, "needed");
        requireNonNull(remedy, "remedy");
    }

    /** A refusal with one of the codes that this version knows. */
    public static Refusal of(RefusalCode code, String object, String found, String needed, String remedy) {
        return new Refusal(code.name(), object, found, needed, remedy);
    }
}
