package org.droveway.protocol.host;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A disk of a VM. What a report leaves out an offer says of every disk that is to be copied.
 *
 * @param target device name in the guest, for example vda
 * @param source path or URL as libvirt has it
 * @param shared whether other hosts see the same storage, as far as the host can tell (block device, network, cluster file system)
 * @param readOnly whether the guest cannot write it; such a disk is never copied. Null: not known
 * @param format of the image, for example qcow2; null: not known
 * @param virtualBytes size that the guest sees; null: not looked at
 * @param allocatedBytes what the image takes on its storage, less than its size where it is sparse; null: not looked at
 * @param dependsOn what else belongs to the image and would not be copied with it: a backing file, snapshots inside; null: nothing, or not looked at
 */
public record VmDisk(
        String target,
        String source,
        boolean shared,
        @Nullable Boolean readOnly,
        @Nullable String format,
        @Nullable Long virtualBytes,
        @Nullable Long allocatedBytes,
        @Nullable String dependsOn) {
    public VmDisk {
        requireNonNull(target, "target");
        requireNonNull(source, "source");
    }

    /** Of which nothing more is known. */
    public VmDisk(String target, String source, boolean shared) {
        this(target, source, shared, null, null, null, null, null);
    }

    /** Whether the guest certainly cannot write it. */
    public boolean certainlyReadOnly() {
        return Boolean.TRUE.equals(readOnly);
    }
}
