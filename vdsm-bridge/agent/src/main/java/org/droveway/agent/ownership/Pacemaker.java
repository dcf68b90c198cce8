package org.droveway.agent.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.droveway.agent.libvirt.Xml;
import org.w3c.dom.Element;

/** VMs that the Pacemaker cluster of this host runs: resources of the agent VirtualDomain name the VM's configuration file. */
final class Pacemaker {
    private static final System.Logger LOG = System.getLogger(Pacemaker.class.getName());
    private static final String CIB = "var/lib/pacemaker/cib/cib.xml";

    private final Path root;

    Pacemaker(Path root) {
        this.root = root;
    }

    /** What Pacemaker has of the VM; a configuration that cannot be read may have anything. */
    Optional<String> find(String vm) {
        Path cib = root.resolve(CIB);
        if (Files.notExists(cib)) {
            return Optional.empty();
        }
        try {
            return resource(Xml.parse(Files.readString(cib)), vm).map(id -> "Pacemaker, as its resource " + id);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("Pacemaker perhaps: /" + CIB + " cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> resource(Element element, String vm) {
        if ("VirtualDomain".equals(element.getAttribute("type")) && runs(element, vm)) {
            return Optional.of(element.getAttribute("id"));
        }
        return Xml.children(element).stream()
                .flatMap(child -> resource(child, vm).stream())
                .findFirst();
    }

    private boolean runs(Element resource, String vm) {
        return Xml.children(resource, "instance_attributes").stream()
                .flatMap(attributes -> Xml.children(attributes, "nvpair").stream())
                .filter(pair -> "config".equals(pair.getAttribute("name")))
                .anyMatch(pair -> name(pair.getAttribute("value")).equals(vm));
    }

    /** Name of the VM in a configuration file; the file may be on the cluster's shared storage, elsewhere now. */
    private String name(String config) {
        try {
            Path file = Path.of(config);
            return Xml.text(
                            Xml.parse(Files.readString(
                                    file.isAbsolute()
                                            ? root.resolve(file.getRoot().relativize(file))
                                            : file)),
                            "name")
                    .orElse("");
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, config + " cannot be read: " + e.getMessage());
            String file = config.substring(config.lastIndexOf('/') + 1);
            return file.endsWith(".xml") ? file.substring(0, file.length() - ".xml".length()) : file;
        }
    }
}
