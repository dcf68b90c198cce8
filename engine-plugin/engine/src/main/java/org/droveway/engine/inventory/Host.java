package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.jspecify.annotations.Nullable;

/**
 * A host with what the administrator decided about it.
 *
 * @param mode the mode the host is to be in; the mode it is in stands in its report
 */
public record Host(HostStatus status, String cluster, HostMode mode, List<Pin> pins) {
    public Host {
        requireNonNull(status, "status");
        requireNonNull(cluster, "cluster");
        requireNonNull(mode, "mode");
        pins = List.copyOf(pins);
    }

    /** Its name, unique. */
    public String name() {
        return status.name();
    }

    /** Whether the platform hears from it now. */
    public boolean isUp() {
        return status.state() == HostState.UP;
    }

    /** The newest report; null if there never was one. */
    public @Nullable HostReport report() {
        return status.report();
    }

    /** What its agent can, by name. */
    public Set<String> capabilities() {
        return status.capabilities();
    }

    /** Its NICs as last reported; empty if it never reported. */
    public List<Nic> nics() {
        HostReport report = status.report();
        return report == null ? List.of() : report.nics();
    }
}
