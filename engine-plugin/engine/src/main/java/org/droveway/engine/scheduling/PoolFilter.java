package org.droveway.engine.scheduling;

import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;

/** A host that is to shut its pool has really shut it. */
final class PoolFilter {
    private PoolFilter() {}

    static Optional<Refusal> shut(Host host, Placement placement) {
        HostReport report = host.report();
        if (report == null || report.mode() != HostMode.ENFORCE || report.firewall() == FirewallState.SHUT) {
            return Optional.empty();
        }
        boolean unknown = report.firewall() == FirewallState.UNKNOWN;
        return Optional.of(Refusal.of(
                unknown ? RefusalCode.FIREWALL_UNKNOWN : RefusalCode.HOST_NOT_ENFORCING,
                "host " + host.name(),
                unknown ? "the state of its port pool cannot be read" : "its port pool is open",
                "port pool " + report.portPool() + " shut",
                "look at nft list table inet droveway on the host, and restart its agent"));
    }
}
