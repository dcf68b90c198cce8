package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

/**
 * Whether this host can run a guest CPU.
 *
 * @param found libvirt's words when it cannot
 */
public record CpuMatch(boolean compatible, String found) {
    public CpuMatch {
        requireNonNull(found, "found");
    }
}
