package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The place on this host to which a disk is to be copied.
 *
 * @param taken whether something stands there already
 * @param allowed whether it is below the folder in which migrations may make disks
 * @param fileSystem which one would hold it; null when its folder is not there
 * @param freeBytes of that file system
 */
public record TargetFacts(
        String path,
        boolean taken,
        boolean allowed,
        @Nullable String fileSystem,
        long freeBytes) {
    public TargetFacts {
        requireNonNull(path, "path");
    }
}
