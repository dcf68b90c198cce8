package org.droveway.agent.libvirt;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Managers that leave their namespace in a domain's metadata (rule 9). */
final class ForeignOwner {
    /** Namespace of libvirt's own pass-through to QEMU's command line. */
    static final String QEMU_NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

    private static final Map<String, String> BY_PREFIX = Map.of(
            "http://ovirt.org/vm/", "oVirt",
            "http://openstack.org/xmlns/libvirt/nova/", "Nova",
            "http://kubevirt.io", "KubeVirt",
            "http://cloudstack.apache.org/", "CloudStack",
            "http://opennebula.org/", "OpenNebula",
            "http://clusterlabs.org/", "Pacemaker");

    private ForeignOwner() {}

    /** Name of the manager whose namespace it is. */
    static Optional<String> of(@Nullable String namespace) {
        if (namespace == null) {
            return Optional.empty();
        }
        return BY_PREFIX.entrySet().stream()
                .filter(entry -> namespace.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
