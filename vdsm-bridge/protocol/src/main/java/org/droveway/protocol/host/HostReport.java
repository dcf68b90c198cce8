package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an agent knows about its host at one moment.
 *
 * @param portPool ports for migrations, first to last inclusive, for example {@code 61000-61049}
 * @param managementAddress where peers reach the agent
 * @param peerPort TCP port of the agent's peer listener
 * @param libvirtVersion for example {@code 9.0.0}; null while libvirt does not answer
 */
public record HostReport(
        String host,
        Instant at,
        HostMode mode,
        FirewallState firewall,
        String portPool,
        String managementAddress,
        int peerPort,
        String agentVersion,
        @Nullable String libvirtVersion,
        @Nullable String qemuVersion,
        long memoryTotalMiB,
        long memoryFreeMiB,
        int cpus,
        List<Nic> nics,
        List<VmReport> vms,
        List<CertificateReport> certificates) {
    public HostReport {
        requireNonNull(host, "host");
        requireNonNull(at, "at");
        requireNonNull(mode, "mode");
        requireNonNull(firewall, "firewall");
        requireNonNull(portPool, "portPool");
        requireNonNull(managementAddress, "managementAddress");
        requireNonNull(agentVersion, "agentVersion");
        nics = List.copyOf(nics);
        vms = List.copyOf(vms);
        certificates = List.copyOf(certificates);
    }
}
