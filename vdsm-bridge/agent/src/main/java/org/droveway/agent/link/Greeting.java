package org.droveway.agent.link;

import org.droveway.agent.config.AgentVersion;
import org.droveway.agent.config.Capabilities;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.link.AgentMessage;

/** What the agent says first. */
public final class Greeting {
    private Greeting() {}

    static AgentMessage.Hello hello(String host, long lastSequence) {
        return new AgentMessage.Hello(
                ProtocolVersion.CURRENT, Capabilities.own(), AgentVersion.CURRENT, host, lastSequence);
    }
}
