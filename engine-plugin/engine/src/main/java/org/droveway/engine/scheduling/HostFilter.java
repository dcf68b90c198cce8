package org.droveway.engine.scheduling;

import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.Refusal;

/** One thing that a host must fulfil to take a VM. */
@FunctionalInterface
interface HostFilter {
    /** Why the host cannot take it; empty when this filter has nothing against it. */
    Optional<Refusal> against(Host host, Placement placement);
}
