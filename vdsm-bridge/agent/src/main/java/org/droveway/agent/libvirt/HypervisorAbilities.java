package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the host's hypervisor can run.
 *
 * @param hostUuid libvirt's UUID of the host; null when it names none
 * @param machines machine types by emulator path, canonical names and aliases
 * @param owner whom QEMU runs as; null where libvirt does not say
 */
public record HypervisorAbilities(
        @Nullable UUID hostUuid,
        Map<String, Set<String>> machines,
        @Nullable GuestOwner owner) {
    private static final Pattern LABEL = Pattern.compile("\\+?(\\d{1,9}):\\+?(\\d{1,9})");

    public HypervisorAbilities {
        Map<String, Set<String>> copy = new TreeMap<>();
        machines.forEach((emulator, names) -> copy.put(emulator, Set.copyOf(names)));
        machines = Map.copyOf(copy);
    }

    /** Of which no more is known. */
    public HypervisorAbilities(Map<String, Set<String>> machines) {
        this(null, machines, null);
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
        Element capabilities = Xml.parse(capabilitiesXml);
        for (Element guest : Xml.children(capabilities, "guest")) {
            for (Element arch : Xml.children(guest, "arch")) {
                collect(arch, machines);
            }
        }
        return new HypervisorAbilities(
                Xml.child(capabilities, "host")
                        .flatMap(host -> Xml.text(host, "uuid"))
                        .map(UUID::fromString)
                        .orElse(null),
                machines,
                Xml.child(capabilities, "host").map(HypervisorAbilities::owner).orElse(null));
    }

    /** The label that libvirt's own driver for file owners gives to guests. */
    private static @Nullable GuestOwner owner(Element host) {
        return Xml.children(host, "secmodel").stream()
                .filter(model -> Xml.text(model, "model").orElse("").equals("dac"))
                .flatMap(model -> Xml.text(model, "baselabel").stream())
                .map(LABEL::matcher)
                .filter(Matcher::matches)
                .map(label -> new GuestOwner(Integer.parseInt(label.group(1)), Integer.parseInt(label.group(2))))
                .findFirst()
                .orElse(null);
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
