package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a domain takes from the host it runs on: files, devices, sockets, networks, labels. Only what stands still while a
 * domain runs: how a channel or a graphics client is connected changes by itself, and disks are described elsewhere.
 */
final class HostResources {
    /** Children of a device that name what is behind it. */
    private static final List<String> BEHIND = List.of("source", "backend");

    private HostResources() {}

    /** In a form in which equal ones are equal texts, sorted. */
    static List<String> of(Element domain) {
        List<String> resources = new ArrayList<>();
        Xml.children(domain, "os").forEach(os -> resources.add(canonical(os)));
        Xml.children(domain, "seclabel").forEach(label -> resources.add(canonical(label)));
        Xml.children(domain, "devices")
                .forEach(devices -> Xml.children(devices).stream()
                        .filter(device -> !device.getNodeName().equals("disk"))
                        .forEach(device -> resources.add(behind(device))));
        return resources.stream().sorted().toList();
    }

    /** A device by its name and type, with what is behind it. */
    private static String behind(Element device) {
        StringBuilder text = new StringBuilder(device.getNodeName());
        for (String attribute : List.of("type", "mode", "model")) {
            if (device.hasAttribute(attribute)) {
                text.append(' ').append(attribute).append('=').append(device.getAttribute(attribute));
            }
        }
        for (String name : BEHIND) {
            Xml.children(device, name).forEach(child -> text.append(' ').append(canonical(child)));
        }
        return text.toString();
    }

    /** The element with its attributes in order and without the white space that only shapes it. */
    private static String canonical(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        StringBuilder text = new StringBuilder("<").append(element.getNodeName());
        attributes.forEach((name, value) ->
                text.append(' ').append(name).append("='").append(value).append('\''));
        text.append('>');
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                text.append(canonical(child));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue().strip());
            }
        }
        return text.append("</").append(element.getNodeName()).append('>').toString();
    }
}
