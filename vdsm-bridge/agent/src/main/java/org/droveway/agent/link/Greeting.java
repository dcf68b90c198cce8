package org.droveway.agent.link;

import java.util.Set;
import org.droveway.agent.config.AgentVersion;
import org.droveway.protocol.Capability;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.link.AgentMessage;

/** What the agent says first. */
public final class Greeting {
    /** What this agent can do. */
    public static final Set<String> CAPABILITIES = Set.of(
            Capability.DIRECT,
            Capability.QEMU_TLS,
            Capability.STRICT_HANDOVER,
            Capability.NONCE_PROOF,
            Capability.CONTROL_RELAY);

    private Greeting() {}

    static AgentMessage.Hello hello(String host, long lastSequence) {
        return new AgentMessage.Hello(ProtocolVersion.CURRENT, CAPABILITIES, AgentVersion.CURRENT, host, lastSequence);
    }
}
