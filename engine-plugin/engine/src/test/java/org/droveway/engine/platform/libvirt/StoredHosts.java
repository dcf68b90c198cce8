package org.droveway.engine.platform.libvirt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.droveway.engine.inventory.store.EnrolledHost;
import org.droveway.engine.inventory.store.Hosts;
import org.droveway.engine.security.HostIdentity;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;

/** Enrolled hosts without a database. */
final class StoredHosts extends Hosts {
    private final Map<String, EnrolledHost> hosts = new ConcurrentSkipListMap<>();

    HostIdentity enrol(String name) {
        EnrolledHost host =
                new EnrolledHost(name, "lab", UUID.randomUUID(), HostMode.ENFORCE, null, null, Set.of(), List.of());
        hosts.put(name, host);
        return new HostIdentity(name, host.identity());
    }

    void forget(String name) {
        hosts.remove(name);
    }

    @Override
    public List<EnrolledHost> list() {
        return List.copyOf(hosts.values());
    }

    @Override
    public Optional<EnrolledHost> accepted(String name, UUID identity) {
        return Optional.ofNullable(hosts.get(name))
                .filter(host -> host.identity().equals(identity));
    }

    @Override
    public void remember(HostReport report, Instant now) {
        hosts.computeIfPresent(
                report.host(),
                (name, old) -> new EnrolledHost(
                        name, old.cluster(), old.identity(), old.mode(), report, now, old.capabilities(), old.pins()));
    }

    @Override
    public void remember(String host, Set<String> capabilities) {
        hosts.computeIfPresent(
                host,
                (name, old) -> new EnrolledHost(
                        name,
                        old.cluster(),
                        old.identity(),
                        old.mode(),
                        old.report(),
                        old.lastSeen(),
                        capabilities,
                        old.pins()));
    }
}
