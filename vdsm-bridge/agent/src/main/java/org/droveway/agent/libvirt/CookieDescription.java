package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * What matters of the cookie that libvirt's two daemons exchange during a migration.
 *
 * @param definitions domains inside, which libvirt would make persistent
 */
public record CookieDescription(UUID id, String name, List<DomainDescription> definitions) {
    public CookieDescription {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        definitions = List.copyOf(definitions);
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
                Xml.children(cookie, "domain").stream().map(DomainXml::read).toList());
    }
}
