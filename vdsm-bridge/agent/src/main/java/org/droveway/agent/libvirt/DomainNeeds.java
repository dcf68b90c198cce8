package org.droveway.agent.libvirt;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a domain needs of a host besides disks and CPU.
 *
 * @param files paths: firmware, kernel and what boots with it
 * @param interfaces names of the host's network interfaces that its NICs hang on, bridges mostly
 * @param networks names of libvirt's networks that its NICs hang on
 * @param hugepagesMiB memory in hugepages, MiB by page size in KiB; size 0 is the host's default
 * @param sharedMemoryOnly whether none of its memory lies in files that userfaultfd cannot handle
 */
public record DomainNeeds(
        List<String> files,
        Set<String> interfaces,
        Set<String> networks,
        Map<Long, Long> hugepagesMiB,
        boolean sharedMemoryOnly) {
    public DomainNeeds {
        files = List.copyOf(files);
        interfaces = Set.copyOf(interfaces);
        networks = Set.copyOf(networks);
        hugepagesMiB = Collections.unmodifiableMap(new TreeMap<>(hugepagesMiB));
    }

    /**
     * Reads a domain's XML.
     *
     * @throws IllegalArgumentException if it is no domain's
     */
    public static DomainNeeds parse(String xml) {
        return NeedsXml.read(Xml.parse(xml));
    }
}
