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

    private Capability() {}
}
