package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * What the host's hypervisor can run.
 *
 * @param machines machine types by emulator path, canonical names and aliases
 */
public record HypervisorAbilities(Map<String, Set<String>> machines) {
    public HypervisorAbilities {
        Map<String, Set<String>> copy = new TreeMap<>();
        machines.forEach((emulator, names) -> copy.put(emulator, Set.copyOf(names)));
        machines = Map.copyOf(copy);
    }

    /** Whether the emulator knows the machine type. */
    public boolean knows(String emulator, String machine) {
        return machines.getOrDefault(emulator, Set.of()).contains(machine);
    }

    /**
     * Reads virConnectGetCapabilities.
     *
     * @throws IllegalArgumentException if it is not XML
     */
    public static HypervisorAbilities parse(String capabilitiesXml) {
        Map<String, Set<String>> machines = new TreeMap<>();
        for (Element guest : Xml.children(Xml.parse(capabilitiesXml), "guest")) {
            for (Element arch : Xml.children(guest, "arch")) {
                collect(arch, machines);
            }
        }
        return new HypervisorAbilities(machines);
    }

    private static void collect(Element arch, Map<String, Set<String>> machines) {
        List<Element> scopes = new ArrayList<>(Xml.children(arch, "domain"));
        scopes.add(arch);
        for (Element scope : scopes) {
            String emulator = Xml.text(scope, "emulator")
                    .or(() -> Xml.text(arch, "emulator"))
                    .orElse("");
            for (Element machine : Xml.children(scope, "machine")) {
                Set<String> names = machines.computeIfAbsent(emulator, key -> new TreeSet<>());
                names.add(machine.getTextContent().trim());
                if (machine.hasAttribute("canonical")) {
                    names.add(machine.getAttribute("canonical"));
                }
            }
        }
    }
}
