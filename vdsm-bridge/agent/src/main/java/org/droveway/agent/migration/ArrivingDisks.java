package org.droveway.agent.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.image.Images;
import org.droveway.agent.libvirt.GuestOwner;
import org.droveway.protocol.host.VmDisk;
import org.jspecify.annotations.Nullable;

/** The files into which disks are copied: written down before they are made, removed when the VM does not come. */
final class ArrivingDisks {
    private static final System.Logger LOG = System.getLogger(ArrivingDisks.class.getName());

    private final Images images;
    private final DestinationSessions sessions;

    ArrivingDisks(Images images, DestinationSessions sessions) {
        this.images = images;
        this.sessions = sessions;
    }

    /** As they are written down before anything is done. */
    static List<ImageFile> planned(List<VmDisk> disks) {
        return disks.stream().map(disk -> new ImageFile(disk.source(), null)).toList();
    }

    /**
     * Makes them, empty.
     *
     * @param session whose record has them as {@link #planned}
     * @param owner whom QEMU runs as; null where libvirt does not say
     * @throws IOException if one cannot be made; those that were are still there
     */
    void make(DestinationSession session, List<VmDisk> disks, @Nullable GuestOwner owner) throws IOException {
        for (VmDisk disk : disks) {
            // Whose file it is stands in the record before anything is written into it.
            sessions.made(session, new ImageFile(disk.source(), null).create(owner));
            images.make(
                    Path.of(disk.source()),
                    java.util.Objects.requireNonNull(disk.format(), "format"),
                    java.util.Objects.requireNonNull(disk.virtualBytes(), "virtualBytes"));
        }
    }

    /** Removes what was made for a VM that is not here; what cannot be removed is logged, and found by who looks at the host. */
    static void remove(DestinationRecord record) {
        for (ImageFile image : record.madeImages()) {
            try {
                String what = image.remove() ? "is removed" : "is not the file that was made, and is left alone";
                LOG.log(
                        System.Logger.Level.INFO,
                        image.path() + ", made for " + record.permit().vmName() + ", " + what);
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        image.path() + ", made for VM " + record.permit().vmName()
                                + ", cannot be removed: remove it by hand",
                        e);
            }
        }
    }
}
