package org.droveway.agent.relay;

import static java.util.Objects.requireNonNull;

import org.droveway.agent.libvirt.DomainDescription;

/**
 * What one control connection may do: move this VM to this port.
 *
 * @param vm as the source offered it and the negotiation accepted it
 * @param listenAddress numeric
 * @param secure whether QEMU's TLS must be asked for; the opposite is refused too
 * @param libvirtUri the only hypervisor that may be opened, for example {@code qemu:///system}
 */
public record RelayContract(
        DomainDescription vm, String listenAddress, int memoryPort, boolean secure, String libvirtUri) {
    public RelayContract {
        requireNonNull(vm, "vm");
        requireNonNull(listenAddress, "listenAddress");
        requireNonNull(libvirtUri, "libvirtUri");
    }

    /** The one URI the source's QEMU may be sent to. */
    public String migrateUri() {
        String host = listenAddress.indexOf(':') >= 0 ? "[" + listenAddress + "]" : listenAddress;
        return "tcp://" + host + ":" + memoryPort;
    }
}
