package org.droveway.agent.preflight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.droveway.agent.host.Hugepages;
import org.droveway.agent.host.TlsFiles;

/**
 * What the destination has of what the VM needs.
 *
 * @param owner another manager that has this host's VMs, in words
 * @param missingFiles paths that are not there
 * @param missingNetworks what NICs hang on and is not there, in words
 * @param hugepagesMiB what the VM needs: MiB by page size in KiB, size 0 is the host's default
 * @param tls certificates for QEMU as a server; nothing is missing when the migration is insecure or qemu.conf cannot be read
 */
public record DestinationView(
        String host,
        String vm,
        Optional<String> owner,
        List<String> missingFiles,
        List<String> missingNetworks,
        Map<Long, Long> hugepagesMiB,
        Hugepages hugepages,
        TlsFiles tls) {
    public DestinationView {
        requireNonNull(host, "host");
        requireNonNull(vm, "vm");
        requireNonNull(owner, "owner");
        missingFiles = List.copyOf(missingFiles);
        missingNetworks = List.copyOf(missingNetworks);
        hugepagesMiB = Map.copyOf(hugepagesMiB);
        requireNonNull(hugepages, "hugepages");
        requireNonNull(tls, "tls");
    }
}
