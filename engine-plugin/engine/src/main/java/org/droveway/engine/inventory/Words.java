package org.droveway.engine.inventory;

import java.util.Locale;

/** Enum constants as people and the API write them. */
public final class Words {
    private Words() {}

    /** For example {@code enforce} for ENFORCE. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
