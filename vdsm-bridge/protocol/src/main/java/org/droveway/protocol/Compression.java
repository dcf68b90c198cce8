package org.droveway.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How QEMU makes the memory stream smaller. */
public enum Compression {
    /** With parallel connections only, libvirt 9.4 or newer. */
    @JsonProperty("zlib")
    ZLIB,
    /** With parallel connections only, libvirt 9.4 or newer. */
    @JsonProperty("zstd")
    ZSTD,
    /** Differences to pages sent before; without parallel connections only. */
    @JsonProperty("xbzrle")
    XBZRLE
}
