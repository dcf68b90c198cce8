package org.droveway.agent.migration;

import org.droveway.agent.libvirt.DomainStatus;
import org.jspecify.annotations.Nullable;

/** What one host's libvirt says about the VM, as far as it decides anything. */
enum Side {
    /** Nobody answers. */
    SILENT,
    ABSENT,
    /** Defined, no guest. */
    OFF,
    RUNNING,
    /** Paused for a migration: the source's guest stands still, or the destination's is not complete. */
    MIGRATING,
    /** An incoming guest before its first byte. */
    STARTING,
    /** Paused as by a person: what strict handover leaves on the destination. */
    SUSPENDED,
    /** Paused for another reason, as an I/O error. */
    STANDING,
    /** Post-copy goes on. */
    POST_COPY,
    /** Post-copy was interrupted. */
    POST_COPY_FAILED,
    /** Crashed, shutting down, or what this version does not know. */
    UNCLEAR;

    static Side of(@Nullable DomainStatus status) {
        if (status == null) {
            return SILENT;
        }
        if (status.postCopy()) {
            return POST_COPY;
        }
        if (status.postCopyFailed()) {
            return POST_COPY_FAILED;
        }
        return switch (status.state()) {
            case ABSENT -> ABSENT;
            case OFF -> OFF;
            case RUNNING, BLOCKED -> RUNNING;
            case PAUSED -> paused(status);
            case NO_STATE, SHUTDOWN, CRASHED, SUSPENDED, OTHER -> UNCLEAR;
        };
    }

    private static Side paused(DomainStatus status) {
        if (status.pausedByMigration()) {
            return MIGRATING;
        }
        if (status.handedOver()) {
            return SUSPENDED;
        }
        return status.incoming() ? STARTING : STANDING;
    }
}
