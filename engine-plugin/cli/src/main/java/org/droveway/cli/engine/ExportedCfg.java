package org.droveway.cli.engine;

import org.jspecify.annotations.Nullable;

/**
 * A data center's datacenter.cfg, for scripts.
 *
 * @param sha256 of the file, hexadecimal; also its ETag
 * @param content null if it was written to a file
 * @param file where it was written to; null: nowhere
 */
public record ExportedCfg(
        String name,
        String sha256,
        @Nullable String content,
        @Nullable String file) {}
