package org.droveway.protocol;

/** Names of what a peer must understand; wire names are stable. A missing one is refused by name. */
public final class Capability {
    /** Data goes straight from QEMU to QEMU. */
    public static final String DIRECT = "direct";

    /** QEMU's own TLS from the first byte. */
    public static final String QEMU_TLS = "qemu-tls";

    /** The destination stays paused until the source has let go. */
    public static final String STRICT_HANDOVER = "strict-handover";

    /** The way is proved by a nonce inside the open pinhole, before libvirt's Prepare. */
    public static final String NONCE_PROOF = "nonce-proof";

    /** libvirt's control connection is relayed by the agents, allow-listed. */
    public static final String CONTROL_RELAY = "control-relay";

    /** The destination may run the VM before the source is proved to have let go. */
    public static final String FAST_HANDOVER = "fast-handover";

    /** Disks are copied too, to a port of their own. */
    public static final String LOCAL_DISKS = "local-disks";

    /** Several connections carry the memory. */
    public static final String MULTIFD = "multifd";

    /** The memory stream is made smaller. */
    public static final String COMPRESSION = "compression";

    /** QEMU slows the guest down until it converges. */
    public static final String AUTO_CONVERGE = "auto-converge";

    /** A copy that cannot converge is noticed, and ended. */
    public static final String CONVERGENCE_WATCH = "convergence-watch";

    /** The guest goes on at the destination before all of its memory is there. */
    public static final String POST_COPY = "post-copy";

    /** Questions about the way are answered over the connection that proved it. */
    public static final String PATH_CHECK = "path-check";

    private Capability() {}
}
