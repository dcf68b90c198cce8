package org.droveway.agent.config;

import java.util.Set;
import org.droveway.protocol.Capability;

/** Named capabilities of this version (rule 7). */
public final class Capabilities {
    private static final Set<String> OWN = Set.of(
            Capability.DIRECT,
            Capability.QEMU_TLS,
            Capability.STRICT_HANDOVER,
            Capability.FAST_HANDOVER,
            Capability.NONCE_PROOF,
            Capability.CONTROL_RELAY,
            Capability.LOCAL_DISKS,
            Capability.MULTIFD,
            Capability.COMPRESSION,
            Capability.PATH_CHECK,
            Capability.AUTO_CONVERGE,
            Capability.CONVERGENCE_WATCH);

    private Capabilities() {}

    /** Everything this agent understands. */
    public static Set<String> own() {
        return OWN;
    }
}
