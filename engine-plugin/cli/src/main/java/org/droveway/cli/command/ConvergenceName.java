package org.droveway.cli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is done when the guest outruns the copy, as people and the API write it. */
enum ConvergenceName {
    CANCEL,
    KEEP_ON,
    THROTTLE,
    POST_COPY;

    static @Nullable String wireName(@Nullable ConvergenceName name) {
        return name == null ? null : name.toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
