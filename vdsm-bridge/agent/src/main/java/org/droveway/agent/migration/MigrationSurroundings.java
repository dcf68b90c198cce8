package org.droveway.agent.migration;

import java.time.Clock;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.image.Images;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.lease.Leases;
import org.droveway.agent.libvirt.GuestProcesses;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.link.EventSink;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.observation.Routes;
import org.droveway.agent.preflight.HostSurvey;

/** The host as migrations see it. */
public record MigrationSurroundings(
        Identity identity,
        Hypervisor hypervisor,
        Images images,
        GuestProcesses guests,
        Leases leases,
        Firewall firewall,
        Redemptions redemptions,
        Interfaces interfaces,
        Routes routes,
        MigrationObserver observer,
        HostSurvey survey,
        EventSink events,
        Clock clock) {}
