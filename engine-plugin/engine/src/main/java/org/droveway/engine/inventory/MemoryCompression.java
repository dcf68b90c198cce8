package org.droveway.engine.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.droveway.protocol.Compression;
import org.jspecify.annotations.Nullable;

/** What may make the memory stream smaller, in the order of what it costs the hosts' processors, the cheapest first. */
public enum MemoryCompression {
    /** Nothing. */
    @JsonProperty("none")
    NONE(null),
    /** Differences to pages sent before; on one connection only. */
    @JsonProperty("xbzrle")
    XBZRLE(Compression.XBZRLE),
    /** On parallel connections only. */
    @JsonProperty("zstd")
    ZSTD(Compression.ZSTD),
    /** On parallel connections only. */
    @JsonProperty("zlib")
    ZLIB(Compression.ZLIB);

    private final @Nullable Compression method;

    MemoryCompression(@Nullable Compression method) {
        this.method = method;
    }

    /** As agents are told; null: none. */
    public @Nullable Compression method() {
        return method;
    }

    /** Whether it works on parallel connections, and on nothing else. */
    public boolean isParallel() {
        return this == ZSTD || this == ZLIB;
    }
}
