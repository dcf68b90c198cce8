package org.droveway.agent.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Size of the host.
 *
 * @param memoryFreeMiB what a new VM could get: the kernel's MemAvailable
 */
public record HostFacts(long memoryTotalMiB, long memoryFreeMiB, int cpus) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    /** As the kernel says now. */
    public static HostFacts ofKernel() {
        try {
            return parse(Files.readAllLines(MEMINFO), Runtime.getRuntime().availableProcessors());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MEMINFO, e);
        }
    }

    static HostFacts parse(List<String> meminfo, int cpus) {
        return new HostFacts(mebibytes(meminfo, "MemTotal:"), mebibytes(meminfo, "MemAvailable:"), cpus);
    }

    private static long mebibytes(List<String> meminfo, String key) {
        return meminfo.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip().split("\\s+", 2)[0])
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) / 1024)
                .findFirst()
                .orElse(0);
    }
}
