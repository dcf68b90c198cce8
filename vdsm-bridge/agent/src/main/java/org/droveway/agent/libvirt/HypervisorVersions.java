package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

/** Versions as {@code major.minor.release}. */
public record HypervisorVersions(String libvirt, String qemu) {
    public HypervisorVersions {
        requireNonNull(libvirt, "libvirt");
        requireNonNull(qemu, "qemu");
    }

    /** libvirt packs versions as major·1,000,000 + minor·1,000 + release. */
    static String text(long packed) {
        return packed / 1_000_000 + "." + packed / 1_000 % 1_000 + "." + packed % 1_000;
    }
}
