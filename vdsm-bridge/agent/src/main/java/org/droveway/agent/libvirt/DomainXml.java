package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads libvirt's domain XML. */
final class DomainXml {
    private DomainXml() {}

    static DomainDescription read(String xml) {
        return read(Xml.parse(xml));
    }

    static DomainDescription read(Element domain) {
        if (!"domain".equals(domain.getNodeName())) {
            throw new IllegalArgumentException("the XML is a " + domain.getNodeName() + ", needed a domain");
        }
        Element type = Xml.child(domain, "os")
                .flatMap(os -> Xml.child(os, "type"))
                .orElseThrow(() -> new IllegalArgumentException("the domain has no os type"));
        return new DomainDescription(
                UUID.fromString(required(domain, "uuid")),
                required(domain, "name"),
                memoryMiB(domain),
                Xml.text(domain, "vcpu").map(Integer::parseInt).orElse(1),
                domain.getAttribute("type"),
                type.getAttribute("arch"),
                type.getAttribute("machine"),
                Xml.child(domain, "devices")
                        .flatMap(devices -> Xml.text(devices, "emulator"))
                        .orElse(""),
                Xml.child(domain, "cpu").map(Xml::print).orElse(null),
                disks(domain),
                DomainNics.of(domain),
                owner(domain),
                HostResources.of(domain),
                hasExtraArguments(domain));
    }

    private static String required(Element domain, String name) {
        return Xml.text(domain, name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("the domain has no " + name));
    }

    static long memoryMiB(Element domain) {
        return Xml.child(domain, "memory")
                .map(memory -> bytes(
                        memory.getAttribute("unit"),
                        Long.parseLong(memory.getTextContent().trim())))
                .map(bytes -> (bytes + (1 << 20) - 1) >> 20)
                .orElse(0L);
    }

    static long bytes(String unit, long value) {
        long factor = switch (unit) {
            case "b", "bytes" -> 1L;
            case "KB" -> 1_000L;
            case "MB" -> 1_000_000L;
            case "GB" -> 1_000_000_000L;
            case "", "k", "KiB" -> 1L << 10;
            case "M", "MiB" -> 1L << 20;
            case "G", "GiB" -> 1L << 30;
            case "T", "TiB" -> 1L << 40;
            default -> throw new IllegalArgumentException("memory has the unknown unit " + unit);
        };
        if (value < 0 || value > (1L << 62) / factor) {
            throw new IllegalArgumentException("memory is " + value + " " + unit + ", needed less than 4 EiB");
        }
        return value * factor;
    }

    private static List<DomainDisk> disks(Element domain) {
        List<DomainDisk> disks = new ArrayList<>();
        Xml.child(domain, "devices").ifPresent(devices -> {
            for (Element disk : Xml.children(devices, "disk")) {
                source(disk)
                        .ifPresent(source -> disks.add(new DomainDisk(
                                Xml.child(disk, "target")
                                        .map(target -> target.getAttribute("dev"))
                                        .orElse(""),
                                disk.getAttribute("type"),
                                source,
                                format(disk),
                                Xml.child(disk, "readonly").isPresent())));
            }
        });
        return disks;
    }

    private static String format(Element disk) {
        return Xml.child(disk, "driver")
                .map(driver -> driver.getAttribute("type"))
                .filter(type -> !type.isEmpty())
                .orElse("raw");
    }

    private static Optional<String> source(Element disk) {
        return Xml.child(disk, "source").map(source -> {
            for (String attribute : List.of("dev", "file", "dir")) {
                if (source.hasAttribute(attribute)) {
                    return source.getAttribute(attribute);
                }
            }
            return source.getAttribute("protocol") + ":" + source.getAttribute("name") + source.getAttribute("pool")
                    + source.getAttribute("volume");
        });
    }

    private static @Nullable String owner(Element domain) {
        return Xml.child(domain, "metadata")
                .flatMap(metadata -> Xml.children(metadata).stream()
                        .map(child -> ForeignOwner.of(child.getNamespaceURI()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }

    private static boolean hasExtraArguments(Element domain) {
        return Xml.children(domain).stream()
                .anyMatch(child -> ForeignOwner.QEMU_NAMESPACE.equals(child.getNamespaceURI())
                        && "commandline".equals(child.getLocalName()));
    }
}
