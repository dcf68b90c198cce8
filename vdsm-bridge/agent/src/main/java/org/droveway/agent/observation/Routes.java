package org.droveway.agent.observation;

import java.io.IOException;
import java.net.InetAddress;

/** The kernel's choice of ways. */
public interface Routes {
    /**
     * The way a new connection to the address would take; nothing is sent.
     *
     * @throws IOException if there is none
     */
    Route to(InetAddress destination) throws IOException;
}
