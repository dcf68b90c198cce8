package org.droveway.agent.image;

import org.jspecify.annotations.Nullable;

/**
 * What a disk image is.
 *
 * @param virtualBytes size that a guest sees
 * @param allocatedBytes what it takes on its storage
 * @param dependsOn what else belongs to it, for people: a backing file, snapshots inside; null: nothing
 */
public record Image(
        long virtualBytes, long allocatedBytes, @Nullable String dependsOn) {}
