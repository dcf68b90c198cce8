package org.droveway.cli.text;

import org.droveway.cli.engine.Warning;

/** A warning for people, on one line. */
public final class WarningText {
    private WarningText() {}

    /** Object, what was found, what is needed, what to do. */
    public static String of(Warning warning) {
        return "warning: " + warning.object() + ": " + warning.found() + "; needed " + warning.needed() + "; "
                + warning.remedy();
    }
}
