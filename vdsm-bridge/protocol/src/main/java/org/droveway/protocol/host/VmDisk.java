package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

/**
 * A disk of a VM.
 *
 * @param target device name in the guest, for example vda
 * @param source path or URL as libvirt has it
 * @param shared whether other hosts see the same storage, as far as the host can tell (block device, network, cluster file system)
 */
public record VmDisk(String target, String source, boolean shared) {
    public VmDisk {
        requireNonNull(target, "target");
        requireNonNull(source, "source");
    }
}
