package org.droveway.agent.libvirt;

import java.util.Optional;
import java.util.UUID;

/** Finds guests' hypervisor processes. */
public interface GuestProcesses {
    /** The process of this guest; empty if there is none that certainly is. */
    Optional<GuestProcess> of(UUID vm, String name);
}
