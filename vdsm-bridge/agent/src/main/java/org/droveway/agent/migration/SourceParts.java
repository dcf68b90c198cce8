package org.droveway.agent.migration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.image.Images;
import org.droveway.agent.libvirt.GuestProcesses;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.link.EventSink;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.MigrationObserver;
import org.droveway.agent.observation.Routes;
import org.droveway.agent.path.PathCheck;
import org.droveway.agent.store.RecordStore;

/**
 * What the source's side works with.
 *
 * @param images looks into disks
 * @param relayDirectory where the relays' sockets are
 * @param executor gives every blocking task a thread of its own
 */
record SourceParts(
        Identity identity,
        Hypervisor hypervisor,
        Images images,
        GuestProcesses guests,
        EventSink events,
        MigrationObserver observer,
        RecordStore<SourceRecord> records,
        Path relayDirectory,
        PathCheck paths,
        Interfaces interfaces,
        Routes routes,
        Clock clock,
        Executor executor) {

    /** The socket that stands for the destination's libvirtd during one migration. */
    Path relaySocket(java.util.UUID migration) {
        return relayDirectory.resolve(migration + ".sock");
    }
}
