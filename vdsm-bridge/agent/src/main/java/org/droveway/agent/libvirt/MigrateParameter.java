package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

/**
 * A typed parameter of libvirt's migrate call; some may come more than once.
 *
 * @param value a String, a Long (libvirt's unsigned long long) or an Integer (its int)
 */
public record MigrateParameter(String name, Object value) {
    /**
     * Checks the type, which libvirt would misread.
     *
     * @throws IllegalArgumentException if the value is of another
     */
    public MigrateParameter {
        requireNonNull(name, "name");
        if (!(value instanceof String) && !(value instanceof Long) && !(value instanceof Integer)) {
            throw new IllegalArgumentException(
                    name + " is a " + value.getClass().getSimpleName() + ", needed a String, a Long or an Integer");
        }
    }

    /** As it is printed: {@code bandwidth=100}. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
