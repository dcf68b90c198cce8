package org.droveway.agent.libvirt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.droveway.protocol.host.VmNic;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads a domain's network interfaces. */
final class DomainNics {
    /** Those whose source is an interface of the host; a device handed over has a path or a PCI address there. */
    private static final Set<String> ON_A_HOST_NIC = Set.of("bridge", "network", "direct");

    private DomainNics() {}

    static List<VmNic> of(Element domain) {
        return Xml.child(domain, "devices").stream()
                .flatMap(devices -> Xml.children(devices, "interface").stream())
                .map(DomainNics::nic)
                .toList();
    }

    private static VmNic nic(Element device) {
        String type = device.getAttribute("type");
        Optional<Element> source = Xml.child(device, "source").filter(element -> ON_A_HOST_NIC.contains(type));
        return new VmNic(
                Xml.child(device, "mac").map(mac -> mac.getAttribute("address")).orElse(""),
                type,
                source.map(element -> attribute(element, "network")).orElse(null),
                source.map(DomainNics::hostNic).orElse(null));
    }

    /** Of a network libvirt adds the bridge, or the device, while the domain runs. */
    private static @Nullable String hostNic(Element source) {
        String bridge = attribute(source, "bridge");
        return bridge == null ? attribute(source, "dev") : bridge;
    }

    private static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }
}
