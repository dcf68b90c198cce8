package org.droveway.agent.migration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.identity.MigrationTls;
import org.droveway.agent.image.Images;
import org.droveway.agent.journal.Redemptions;
import org.droveway.agent.lease.Leases;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.preflight.HostSurvey;
import org.droveway.agent.store.RecordStore;

/**
 * What the destination's side works with.
 *
 * @param executor gives every blocking task a thread of its own
 * @param timers short tasks only
 */
record DestinationParts(
        Identity identity,
        Hypervisor hypervisor,
        Images images,
        Leases leases,
        Redemptions redemptions,
        MigrationObserver observer,
        RecordStore<DestinationRecord> records,
        DestinationFacts facts,
        TargetPlaces places,
        HostSurvey survey,
        Path libvirtSocket,
        String libvirtUri,
        MigrationTls tls,
        Clock clock,
        Executor executor,
        ScheduledExecutorService timers) {}
