package org.droveway.agent.host;

import java.util.Map;
import java.util.TreeMap;

/**
 * Free hugepages of a host.
 *
 * @param free number of free pages by size in KiB; a size that the kernel does not have is not there
 * @param defaultKiB the size that is meant when none is named; 0: the kernel has no hugepages
 */
public record Hugepages(Map<Long, Long> free, long defaultKiB) {
    public Hugepages {
        free = java.util.Collections.unmodifiableMap(new TreeMap<>(free));
    }

    /** Free memory in pages of this size, MiB. */
    public long freeMiB(long sizeKiB) {
        return free.getOrDefault(sizeKiB, 0L) * sizeKiB / 1024;
    }
}
