package org.droveway.agent.libvirt;

import java.util.List;

/**
 * What a domain's XML says against its migration; each is named for people.
 *
 * @param hostDevices devices of the host that it has and does not give back for a migration
 * @param devices devices whose state cannot travel
 * @param formats disks in formats that QEMU does not migrate
 * @param transientDisks disks whose changes are thrown away at the end
 * @param cachedDisks disks that the host caches, on storage where that is not safe between hosts
 * @param dimms memory devices without a place in the guest
 * @param tscWithoutFrequency whether the guest counts on an invariant TSC of unnamed frequency
 */
public record DomainObstacles(
        List<String> hostDevices,
        List<String> devices,
        List<String> formats,
        List<String> transientDisks,
        List<String> cachedDisks,
        List<String> dimms,
        boolean tscWithoutFrequency) {
    public DomainObstacles {
        hostDevices = List.copyOf(hostDevices);
        devices = List.copyOf(devices);
        formats = List.copyOf(formats);
        transientDisks = List.copyOf(transientDisks);
        cachedDisks = List.copyOf(cachedDisks);
        dimms = List.copyOf(dimms);
    }

    /**
     * Reads a live domain's XML.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    public static DomainObstacles parse(String xml) {
        return ObstacleXml.read(Xml.parse(xml));
    }
}
