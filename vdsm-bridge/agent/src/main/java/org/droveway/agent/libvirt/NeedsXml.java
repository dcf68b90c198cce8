package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Finds in a domain's XML what it needs of its host. */
final class NeedsXml {
    private NeedsXml() {}

    static DomainNeeds read(Element domain) {
        Optional<Element> backing = Xml.child(domain, "memoryBacking");
        return new DomainNeeds(
                Xml.child(domain, "os").map(NeedsXml::files).orElse(List.of()),
                sources(domain, Map.of("bridge", "bridge", "direct", "dev")),
                sources(domain, Map.of("network", "network")),
                backing.flatMap(memory -> Xml.child(memory, "hugepages"))
                        .map(pages -> hugepages(domain, pages))
                        .orElse(Map.of()),
                backing.map(NeedsXml::sharedOnly).orElse(true));
    }

    /** An NVRAM that is not there is made from its template; then the content comes with the VM. */
    private static List<String> files(Element os) {
        List<String> files = new ArrayList<>();
        for (String name : List.of("loader", "kernel", "initrd", "dtb")) {
            Xml.text(os, name).filter(text -> !text.isEmpty()).ifPresent(files::add);
        }
        Xml.child(os, "nvram")
                .map(nvram -> nvram.getAttribute("template"))
                .filter(template -> !template.isEmpty())
                .ifPresent(files::add);
        return files;
    }

    /** @param attributes of a NIC's source that name what is wanted, by the NIC's type */
    private static Set<String> sources(Element domain, Map<String, String> attributes) {
        Set<String> names = new TreeSet<>();
        for (Element devices : Xml.children(domain, "devices")) {
            for (Element nic : Xml.children(devices, "interface")) {
                String attribute = attributes.getOrDefault(nic.getAttribute("type"), "");
                Xml.child(nic, "source")
                        .map(source -> source.getAttribute(attribute))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    /**
     * Pages of one size for the whole guest. What nodes of the guest get in different sizes is not counted: QEMU does not start without
     * them, and nothing is lost.
     */
    private static Map<Long, Long> hugepages(Element domain, Element hugepages) {
        List<Element> pages = Xml.children(hugepages, "page");
        if (pages.size() > 1 || pages.stream().anyMatch(page -> page.hasAttribute("nodeset"))) {
            return Map.of();
        }
        long size = pages.stream()
                .mapToLong(page ->
                        DomainXml.bytes(page.getAttribute("unit"), Long.parseLong(page.getAttribute("size"))) >> 10)
                .sum();
        return Map.of(size, DomainXml.memoryMiB(domain));
    }

    private static boolean sharedOnly(Element backing) {
        boolean inFile = Xml.child(backing, "source")
                .filter(source -> source.getAttribute("type").equals("file"))
                .isPresent();
        // A memory file of libvirt's own lies in its memory_backing_dir, an ordinary file system as a rule.
        return !inFile;
    }
}
