package org.droveway.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Finds in a domain's XML what keeps it from migrating. */
final class ObstacleXml {
    /** Formats whose drivers in QEMU block migrations, writable or not. */
    private static final Set<String> UNMIGRATABLE =
            Set.of("qcow", "vdi", "vhdx", "vmdk", "vpc", "parallels", "fat", "vvfat");

    private static final Set<String> UNCACHED = Set.of("none", "directsync");

    private final List<Element> devices;

    private ObstacleXml(List<Element> devices) {
        this.devices = devices;
    }

    static DomainObstacles read(Element domain) {
        ObstacleXml found = new ObstacleXml(Xml.children(domain, "devices").stream()
                .flatMap(devices -> Xml.children(devices).stream())
                .toList());
        return new DomainObstacles(
                found.hostDevices(),
                UnmigratableDevices.among(found.devices),
                found.disks(disk -> UNMIGRATABLE.contains(driver(disk, "type")), disk -> driver(disk, "type")),
                found.disks(disk -> Xml.child(disk, "transient").isPresent(), disk -> "transient"),
                found.disks(ObstacleXml::cached, disk -> "cache mode " + cacheMode(disk)),
                found.dimms(),
                countsOnTsc(domain));
    }

    private List<String> hostDevices() {
        return devices.stream()
                .filter(device -> device.getNodeName().equals("hostdev")
                        || (device.getNodeName().equals("interface")
                                && device.getAttribute("type").equals("hostdev")))
                // A transient one of a team is unplugged before the migration and plugged in again after it.
                .filter(device -> Xml.child(device, "teaming")
                        .filter(teaming -> teaming.getAttribute("type").equals("transient"))
                        .isEmpty())
                .map(device -> device.getNodeName() + " of type " + device.getAttribute("type"))
                .toList();
    }

    private List<String> disks(Predicate<Element> wrong, java.util.function.Function<Element, String> words) {
        return devices.stream()
                .filter(device -> device.getNodeName().equals("disk"))
                .filter(wrong)
                .map(disk -> "disk "
                        + Xml.child(disk, "target")
                                .map(target -> target.getAttribute("dev"))
                                .orElse("without target")
                        + " (" + words.apply(disk) + ")")
                .toList();
    }

    private List<String> dimms() {
        List<String> found = new ArrayList<>();
        for (Element memory : devices) {
            if (memory.getNodeName().equals("memory")
                    && memory.getAttribute("model").endsWith("dimm")) {
                Element address = Xml.child(memory, "address").orElse(null);
                if (address == null || !address.hasAttribute("slot") || !address.hasAttribute("base")) {
                    found.add(memory.getAttribute("model") + " without slot or base address");
                }
            }
        }
        return found;
    }

    /** Only where the storage is the same device or file on both hosts: network storage has caches of its own. */
    private static boolean cached(Element disk) {
        boolean cacheable = Set.of("file", "block").contains(disk.getAttribute("type"));
        return cacheable
                && Xml.child(disk, "source").isPresent()
                && Xml.child(disk, "readonly").isEmpty()
                && !UNCACHED.contains(driver(disk, "cache"));
    }

    private static String cacheMode(Element disk) {
        String mode = driver(disk, "cache");
        return mode.isEmpty() ? "default" : mode;
    }

    private static String driver(Element disk, String attribute) {
        return Xml.child(disk, "driver")
                .map(driver -> driver.getAttribute(attribute))
                .orElse("");
    }

    private static boolean countsOnTsc(Element domain) {
        boolean invariant = Xml.children(domain, "cpu").stream()
                .flatMap(cpu -> Xml.children(cpu, "feature").stream())
                .anyMatch(feature -> feature.getAttribute("name").equals("invtsc")
                        && Set.of("require", "force", "").contains(feature.getAttribute("policy")));
        Stream<Element> timers =
                Xml.children(domain, "clock").stream().flatMap(clock -> Xml.children(clock, "timer").stream());
        return invariant
                && timers.noneMatch(
                        timer -> timer.getAttribute("name").equals("tsc") && timer.hasAttribute("frequency"));
    }
}
