package org.droveway.agent.migration;

import org.droveway.agent.libvirt.DomainStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a VM after libvirt's call is over, or after a crash.
 *
 * @param source null: the source's libvirt does not answer
 * @param destination null: the destination does not answer
 * @param jobRunning whether the source's libvirt still works on the migration
 */
record Whereabouts(@Nullable DomainStatus source, @Nullable DomainStatus destination, boolean jobRunning) {

    /** For people. */
    String text() {
        return "source says " + word(source) + ", destination says " + word(destination);
    }

    private static String word(@Nullable DomainStatus status) {
        return status == null ? "nothing" : status.word();
    }
}
