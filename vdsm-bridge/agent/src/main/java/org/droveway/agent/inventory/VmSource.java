package org.droveway.agent.inventory;

import java.util.List;
import java.util.Optional;
import org.droveway.protocol.host.VmReport;

/** What libvirt says about this host. Must answer within a second or so, from a cache if need be. */
public interface VmSource {
    /** Every domain, defined or running; empty while libvirt does not answer. */
    List<VmReport> vms();

    /** For example {@code 9.0.0}; empty while libvirt does not answer. */
    Optional<String> libvirtVersion();

    /** For example {@code 7.2.0}; empty while it is not known. */
    Optional<String> qemuVersion();

    /** The listener is called, on any thread, when a domain changed. */
    void onChange(Runnable listener);
}
