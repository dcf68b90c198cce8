package org.droveway.agent.peer;

import java.io.IOException;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;

/** What an agent does for another one; called on the connection's own thread. */
public interface PeerHandler {
    /**
     * Answers a request; Relay never comes here.
     *
     * @param host name in the other agent's certificate
     */
    PeerResponse handle(PeerRequest request, String host);

    /** Whether the host may relay for this lease: Done or Refuse. After Done {@link #carry} follows. */
    PeerResponse admit(PeerRequest.Relay request, String host);

    /** Relays libvirt's bytes until the connection is over. */
    void carry(PeerRequest.Relay request, Duplex connection) throws IOException;
}
