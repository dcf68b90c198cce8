package org.droveway.agent.libvirt;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Devices whose state libvirt 9.0 refuses to migrate, as far as the XML shows them; QEMU is asked for what it refuses. */
final class UnmigratableDevices {
    private UnmigratableDevices() {}

    static List<String> among(List<Element> devices) {
        return devices.stream().flatMap(device -> reason(device).stream()).toList();
    }

    private static Optional<String> reason(Element device) {
        return switch (device.getNodeName()) {
            case "shmem" -> shmem(device);
            case "interface" -> nic(device);
            case "filesystem" -> filesystem(device);
            case "tpm" -> tpm(device);
            default -> Optional.empty();
        };
    }

    private static Optional<String> shmem(Element device) {
        String name = "shmem " + device.getAttribute("name");
        if (attribute(device, "model", "type").equals("ivshmem")) {
            return Optional.of(name + " of the legacy model ivshmem");
        }
        return device.getAttribute("role").equals("master")
                ? Optional.empty()
                : Optional.of(name + " whose role is not master");
    }

    private static Optional<String> nic(Element device) {
        if (device.getAttribute("type").equals("vdpa")) {
            return Optional.of("vDPA interface " + attribute(device, "source", "dev"));
        }
        return attribute(device, "backend", "type").equals("passt")
                ? Optional.of("user network by passt, whose connections stay behind")
                : Optional.empty();
    }

    private static Optional<String> filesystem(Element device) {
        return attribute(device, "driver", "type").equals("virtiofs")
                ? Optional.of("virtiofs of " + attribute(device, "source", "dir"))
                : Optional.empty();
    }

    /** An emulator's state travels with the VM's; a chip's does not, and an external one's is nobody's to move. */
    private static Optional<String> tpm(Element device) {
        String backend = attribute(device, "backend", "type");
        return backend.equals("emulator") ? Optional.empty() : Optional.of("TPM with the backend " + backend);
    }

    private static String attribute(Element device, String child, String name) {
        return Xml.child(device, child)
                .map(element -> element.getAttribute(name))
                .orElse("");
    }
}
