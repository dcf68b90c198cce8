package org.droveway.agent.migration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.PeerRequest;

/** The disks of an offer that are copied. */
final class CopiedDisks {
    private CopiedDisks() {}

    static List<VmDisk> of(PeerRequest.Offer offer) {
        return of(offer.parameters(), offer.vm().disks());
    }

    static List<VmDisk> of(MigrationParameters parameters, List<VmDisk> disks) {
        return disks.stream()
                .filter(disk -> parameters.copiedDisks().contains(disk.target()))
                .toList();
    }

    /** Sizes that guests see, by target. */
    static Map<String, Long> sizes(PeerRequest.Offer offer) {
        return of(offer).stream()
                .filter(disk -> disk.virtualBytes() != null)
                .collect(Collectors.toMap(
                        VmDisk::target, disk -> disk.virtualBytes() == null ? 0L : disk.virtualBytes()));
    }
}
