package org.droveway.agent.host;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.lease.Leases;
import org.droveway.agent.link.EventSink;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.observation.Routes;

/** What the host gives to migrations. */
public record HostParts(
        AgentConfig config,
        Identity identity,
        Firewall firewall,
        Leases leases,
        Redemptions redemptions,
        MigrationObserver observer,
        Interfaces interfaces,
        Routes routes,
        EventSink events,
        Clock clock) {
    public HostParts {
        requireNonNull(config, "config");
        requireNonNull(identity, "identity");
        requireNonNull(firewall, "firewall");
        requireNonNull(leases, "leases");
        requireNonNull(redemptions, "redemptions");
        requireNonNull(observer, "observer");
        requireNonNull(interfaces, "interfaces");
        requireNonNull(routes, "routes");
        requireNonNull(events, "events");
        requireNonNull(clock, "clock");
    }
}
