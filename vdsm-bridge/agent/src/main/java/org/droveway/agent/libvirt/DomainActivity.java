package org.droveway.agent.libvirt;

import java.util.List;

/**
 * What keeps a domain busy or bound to its host.
 *
 * @param snapshots how many libvirt knows
 * @param blockJobs targets of disks that are being copied, committed or pulled
 * @param failedDisks targets of disks that gave an error, and which
 */
public record DomainActivity(int snapshots, List<String> blockJobs, List<String> failedDisks) {
    /** A domain that is free to go. */
    public static final DomainActivity NONE = new DomainActivity(0, List.of(), List.of());

    public DomainActivity {
        blockJobs = List.copyOf(blockJobs);
        failedDisks = List.copyOf(failedDisks);
    }
}
