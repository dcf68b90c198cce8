package org.droveway.engine.datacentercfg;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a datacenter.cfg.
 *
 * @param line from 1
 * @param column of the offending text, from 1, in characters
 * @param found the offending text
 * @param needed what would be right
 */
public record CfgError(int line, int column, String found, String needed) {
    /** The longest piece of a file that is repeated in an error, characters. */
    private static final int SHOWN = 80;

    public CfgError {
        requireNonNull(needed, "needed");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line " + line + ", column " + column + ", needed 1 or more");
        }
        found = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": '" + found + "'; needed " + needed;
    }
}
