package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * What matters of the cookie that libvirt's two daemons exchange during a migration.
 *
 * @param definitions domains inside, which libvirt would make persistent
 * @param diskBytes sizes of disks by their targets, which libvirt would make disks of
 */
public record CookieDescription(
        UUID id, String name, List<DomainDescription> definitions, Map<String, Long> diskBytes) {
    public CookieDescription {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        definitions = List.copyOf(definitions);
        diskBytes = Map.copyOf(diskBytes);
    }

    /**
     * Reads a cookie.
     *
     * @throws IllegalArgumentException if it is not a cookie of QEMU's driver
     */
    public static CookieDescription parse(String xml) {
        Element cookie = Xml.parse(xml);
        if (!"qemu-migration".equals(cookie.getNodeName())) {
            throw new IllegalArgumentException("the XML is a " + cookie.getNodeName() + ", needed a qemu-migration");
        }
        return new CookieDescription(
                UUID.fromString(Xml.text(cookie, "uuid").orElse("")),
                Xml.text(cookie, "name").orElse(""),
                Xml.children(cookie, "domain").stream().map(DomainXml::read).toList(),
                diskBytes(cookie));
    }

    private static Map<String, Long> diskBytes(Element cookie) {
        Map<String, Long> sizes = new HashMap<>();
        for (Element nbd : Xml.children(cookie, "nbd")) {
            for (Element disk : Xml.children(nbd, "disk")) {
                sizes.put(disk.getAttribute("target"), Long.parseLong(disk.getAttribute("capacity")));
            }
        }
        return sizes;
    }
}
