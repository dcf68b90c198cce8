package org.droveway.cli.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VM and where it is.
 *
 * @param owner another manager that owns it; null when nobody else does
 * @param nics also empty when its host does not tell
 * @param migration id of the migration it is in; null when in none
 */
public record Vm(
        String name,
        String id,
        String host,
        String state,
        long memoryMiB,
        int vcpus,
        @Nullable String cluster,
        @Nullable String owner,
        List<VmNic> nics,
        @Nullable String migration) {}
