package org.droveway.cli.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What makes the memory stream smaller, as people and the API write it. */
enum CompressionName {
    NONE,
    XBZRLE,
    ZSTD,
    ZLIB;

    static @Nullable String wireName(@Nullable CompressionName name) {
        return name == null ? null : name.toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
