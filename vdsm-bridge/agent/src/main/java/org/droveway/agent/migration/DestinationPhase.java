package org.droveway.agent.migration;

/** Where the destination's side of a migration is. */
enum DestinationPhase {
    LEASED,
    OPEN,
    /** The nonce came over the leased port. */
    PROVED,
    /** libvirt's control connection was let in: an incoming VM may exist from here on. */
    RELAYING,
    /** libvirt itself runs the VM here, as the fast handover has it: whatever the source still has is older. Written down when it is heard of. */
    RUNNING,
    /** The source let go: the VM is ours. Written down before it runs. */
    RELEASED
}
