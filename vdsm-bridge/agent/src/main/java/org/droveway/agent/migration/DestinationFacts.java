package org.droveway.agent.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.lease.Leases;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainDisk;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.negotiation.CertificateFacts;
import org.droveway.agent.negotiation.HostFacts;
import org.droveway.agent.observation.Interfaces;
import org.droveway.agent.observation.Routes;
import org.droveway.protocol.permit.Permit;

/** Gathers what a negotiation looks at. */
final class DestinationFacts {
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Identity identity;
    private final Hypervisor hypervisor;
    private final Leases leases;
    private final Firewall firewall;
    private final Interfaces interfaces;
    private final Routes routes;
    private final PortPool pool;
    private final Clock clock;

    DestinationFacts(
            Identity identity,
            Hypervisor hypervisor,
            Leases leases,
            Firewall firewall,
            Interfaces interfaces,
            Routes routes,
            PortPool pool,
            Clock clock) {
        this.identity = identity;
        this.hypervisor = hypervisor;
        this.leases = leases;
        this.firewall = firewall;
        this.interfaces = interfaces;
        this.routes = routes;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * All facts about the offered VM's future here.
     *
     * @param permit whose addresses the way has
     * @param migrating VMs that are on their way to this host
     */
    HostFacts about(DomainDescription vm, Permit permit, Set<UUID> migrating) throws HypervisorException, IOException {
        return new HostFacts(
                identity.host(),
                clock.instant(),
                Capabilities.own(),
                firewall.mode(),
                firewall.state(),
                interfaces.list(),
                routes.to(Addresses.numeric(permit.sourceAddress()), Addresses.numeric(permit.destinationAddress())),
                hypervisor.vms(),
                hypervisor.abilities(),
                hypervisor.compareCpu(vm),
                memoryFreeMiB(),
                reachable(vm),
                identity.migrationCertificate().map(CertificateFacts::of),
                (int) pool.ports().count()
                        - leases.all().stream()
                                .mapToInt(lease -> lease.ports().size())
                                .sum(),
                migrating);
    }

    private static Map<String, Boolean> reachable(DomainDescription vm) {
        Map<String, Boolean> reachable = new HashMap<>();
        for (DomainDisk disk : vm.disks()) {
            if (disk.source().startsWith("/")) {
                reachable.put(disk.source(), Files.isReadable(Path.of(disk.source())));
            }
        }
        return reachable;
    }

    private static long memoryFreeMiB() throws IOException {
        for (String line : Files.readAllLines(MEMORY)) {
            if (line.startsWith("MemAvailable:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        throw new IOException(MEMORY + " has no MemAvailable");
    }
}
