package org.droveway.engine.scheduling;

import java.util.Locale;

/** Enum constants as people and the API write them. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
