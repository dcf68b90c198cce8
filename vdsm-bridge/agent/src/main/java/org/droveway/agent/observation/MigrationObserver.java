package org.droveway.agent.observation;

/** Sees migrations with the kernel's eyes. */
public interface MigrationObserver {
    /** Begins to watch; call it after the nonce and just before the copy. Close the watch in every case. */
    MigrationWatch watch(Way way, End end);
}
