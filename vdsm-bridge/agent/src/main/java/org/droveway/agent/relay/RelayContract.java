package org.droveway.agent.relay;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.protocol.MigrationParameters;
import org.jspecify.annotations.Nullable;

/**
 * What one control connection may do: move this VM to these ports, in the way that was agreed.
 *
 * @param vm as the source offered it and the negotiation accepted it
 * @param listenAddress numeric
 * @param disksPort null when no disk is copied
 * @param parameters as agreed; more or less than them is refused
 * @param diskBytes sizes of the disks that are copied, by their targets
 * @param resume whether an interrupted post-copy goes on
 * @param libvirtUri the only hypervisor that may be opened, for example {@code qemu:///system}
 */
public record RelayContract(
        DomainDescription vm,
        String listenAddress,
        int memoryPort,
        @Nullable Integer disksPort,
        MigrationParameters parameters,
        Map<String, Long> diskBytes,
        boolean resume,
        String libvirtUri) {
    public RelayContract {
        requireNonNull(vm, "vm");
        requireNonNull(listenAddress, "listenAddress");
        requireNonNull(parameters, "parameters");
        diskBytes = Map.copyOf(diskBytes);
        requireNonNull(libvirtUri, "libvirtUri");
        if ((disksPort == null) != (parameters.disks() == null)) {
            throw new IllegalArgumentException(
                    "the port for disks is " + disksPort + ", the disks to be copied are " + parameters.copiedDisks());
        }
    }

    /** The one URI the source's QEMU may send the memory to. */
    public String migrateUri() {
        return uri(memoryPort);
    }

    /** The one URI the source's QEMU may send disks to; null when none are copied. */
    public @Nullable String disksUri() {
        return disksPort == null ? null : uri(disksPort);
    }

    private String uri(int port) {
        String host = listenAddress.indexOf(':') >= 0 ? "[" + listenAddress + "]" : listenAddress;
        return "tcp://" + host + ":" + port;
    }
}
