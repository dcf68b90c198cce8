package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a policy's text.
 *
 * @param column of the offending text, from 1
 * @param found the offending text
 * @param needed what would be right
 */
public record PolicyError(int column, String found, String needed) {
    public PolicyError {
        requireNonNull(found, "found");
        requireNonNull(needed, "needed");
        if (column < 1) {
            throw new IllegalArgumentException("column is " + column + ", needed 1 or more");
        }
    }

    @Override
    public String toString() {
        return "column " + column + ": '" + found + "'; needed " + needed;
    }
}
