package org.droveway.agent.compatibility;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.function.Function;
import org.droveway.protocol.peer.HostAbilities;
import org.droveway.protocol.peer.QemuAbilities;
import org.jspecify.annotations.Nullable;

/**
 * One end of a migration, as the rules see it.
 *
 * @param host its name
 * @param qemu version of the emulator that the VM uses
 * @param abilities null: an older agent, which tells nothing but versions
 */
public record Side(
        String host,
        Version libvirt,
        Version qemu,
        @Nullable HostAbilities abilities) {
    public Side {
        requireNonNull(host, "host");
        requireNonNull(libvirt, "libvirt");
        requireNonNull(qemu, "qemu");
    }

    /**
     * From what the peers tell each other.
     *
     * @param qemuVersion of the host's default emulator; the VM's own counts if it is known
     * @throws IllegalArgumentException if a version is none
     */
    public static Side of(String host, String libvirtVersion, String qemuVersion, @Nullable HostAbilities abilities) {
        QemuAbilities own = abilities == null ? null : abilities.qemu();
        return new Side(
                host, Version.of(libvirtVersion), Version.of(own == null ? qemuVersion : own.version()), abilities);
    }

    /** Something that the host told of itself; null if it did not. */
    <T> @Nullable T told(Function<HostAbilities, @Nullable T> fact) {
        return abilities == null ? null : fact.apply(abilities);
    }

    /** Whether the emulator is known to have the migration capability. What was not told does not count. */
    boolean hasCapability(String name) {
        return has(QemuAbilities::capabilities, name);
    }

    /** Whether the emulator is known to compress parallel connections with this method. */
    boolean compressesWith(String method) {
        return has(QemuAbilities::compressions, method);
    }

    /** Whether it is known that the emulator lacks the migration parameter; what was not told is not known. */
    boolean lacksParameter(String name) {
        QemuAbilities own = told(HostAbilities::qemu);
        return own != null && !own.parameters().contains(name);
    }

    private boolean has(Function<QemuAbilities, Set<String>> names, String name) {
        QemuAbilities own = told(HostAbilities::qemu);
        return own != null && names.apply(own).contains(name);
    }

    @Override
    public String toString() {
        return "host " + host;
    }
}
