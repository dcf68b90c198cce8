package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A NIC of a VM.
 *
 * @param mac its address, as libvirt writes it
 * @param type libvirt's word for how it is attached: bridge, network, direct, hostdev, …
 * @param network libvirt's network; null when it is attached to none by name
 * @param hostNic bridge or interface of the host that its frames go through; null when libvirt does not say, as of a network of a
 *     VM that is off, or of a device handed to the VM
 */
public record VmNic(
        String mac,
        String type,
        @Nullable String network,
        @Nullable String hostNic) {
    public VmNic {
        requireNonNull(mac, "mac");
        requireNonNull(type, "type");
    }
}
