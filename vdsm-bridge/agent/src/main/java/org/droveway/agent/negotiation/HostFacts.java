package org.droveway.agent.negotiation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.droveway.agent.libvirt.CpuMatch;
import org.droveway.agent.libvirt.HypervisorAbilities;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.VmReport;

/**
 * Everything about this host that a negotiation looks at, at one moment.
 *
 * @param routeBack towards the source, from the address that it will call
 * @param disksReachable by the disks' sources: whether the path is there; only local paths are listed
 * @param freePorts ports of the pool that are not leased
 * @param migrating VMs that are on their way to this host
 */
public record HostFacts(
        String host,
        Instant now,
        Set<String> capabilities,
        HostMode mode,
        FirewallState firewall,
        List<Nic> nics,
        Optional<Route> routeBack,
        List<VmReport> vms,
        HypervisorAbilities abilities,
        CpuMatch cpu,
        long memoryFreeMiB,
        Map<String, Boolean> disksReachable,
        Optional<CertificateFacts> migrationCertificate,
        int freePorts,
        Set<java.util.UUID> migrating) {
    public HostFacts {
        requireNonNull(host, "host");
        requireNonNull(now, "now");
        capabilities = Set.copyOf(capabilities);
        requireNonNull(mode, "mode");
        requireNonNull(firewall, "firewall");
        nics = List.copyOf(nics);
        requireNonNull(routeBack, "routeBack");
        vms = List.copyOf(vms);
        requireNonNull(abilities, "abilities");
        requireNonNull(cpu, "cpu");
        disksReachable = Map.copyOf(disksReachable);
        requireNonNull(migrationCertificate, "migrationCertificate");
        migrating = Set.copyOf(migrating);
    }
}
