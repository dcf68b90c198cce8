package org.droveway.engine.inventory;

import java.util.Locale;

/** Enum constants as people and the API write them. */
public final class Words {
    private Words() {}

    /** For example {@code enforce} for ENFORCE, {@code keep-on} for KEEP_ON. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
