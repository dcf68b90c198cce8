package org.droveway.agent.observation;

import java.util.List;
import org.droveway.protocol.host.Nic;

/** The host's network interfaces. */
public interface Interfaces {
    /** As the kernel lists them now, loopback left out. */
    List<Nic> list();
}
