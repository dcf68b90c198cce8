package org.droveway.agent.preflight;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.agent.host.TlsFiles;
import org.droveway.agent.libvirt.DomainActivity;
import org.droveway.agent.libvirt.DomainObstacles;
import org.droveway.agent.libvirt.DomainStatus;

/**
 * The VM and its host, as the source sees them.
 *
 * @param blockers QEMU's own reasons; empty as well when it was not asked
 * @param dropsCache whether its QEMU can drop the host's cache of a disk
 * @param tls certificates for QEMU as a client; nothing is missing when the migration is insecure or qemu.conf cannot be read
 */
public record SourceView(
        String host,
        String vm,
        DomainStatus status,
        DomainActivity activity,
        DomainObstacles obstacles,
        List<String> blockers,
        boolean dropsCache,
        TlsFiles tls) {
    public SourceView {
        requireNonNull(host, "host");
        requireNonNull(vm, "vm");
        requireNonNull(status, "status");
        requireNonNull(activity, "activity");
        requireNonNull(obstacles, "obstacles");
        blockers = List.copyOf(blockers);
        requireNonNull(tls, "tls");
    }

    String vmObject() {
        return "VM " + vm;
    }
}
