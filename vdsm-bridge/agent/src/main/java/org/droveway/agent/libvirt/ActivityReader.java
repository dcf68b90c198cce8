package org.droveway.agent.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.NativeHandles;
import org.w3c.dom.Element;

/** Asks libvirt what a domain is busy with. */
final class ActivityReader {
    /** struct virDomainDiskError: a pointer to the disk's name, an int, and padding. */
    private static final int ERROR_BYTES = 2 * Native.POINTER_SIZE;

    private static final List<String> ERRORS = List.of("none", "unspecified", "no space");

    private ActivityReader() {}

    static DomainActivity read(Domain domain) throws LibvirtException {
        return new DomainActivity(domain.snapshotNum(), blockJobs(domain), failedDisks(domain));
    }

    private static List<String> blockJobs(Domain domain) throws LibvirtException {
        List<String> busy = new ArrayList<>();
        for (Element devices : Xml.children(Xml.parse(domain.getXMLDesc(0)), "devices")) {
            for (Element disk : Xml.children(devices, "disk")) {
                String target = Xml.child(disk, "target")
                        .map(element -> element.getAttribute("dev"))
                        .orElse("");
                // An empty drive has nothing to copy, and libvirt refuses to be asked.
                if (Xml.child(disk, "source").isPresent() && domain.getBlockJobInfo(target, 0).type != 0) {
                    busy.add(target);
                }
            }
        }
        return busy;
    }

    /** A domain that does not run has none; libvirt refuses to be asked then. */
    private static List<String> failedDisks(Domain domain) throws LibvirtException {
        NativeLibvirt libvirt = NativeLibvirt.load();
        int most = libvirt.virDomainGetDiskErrors(NativeHandles.of(domain), null, 0, 0);
        if (most <= 0) {
            return List.of();
        }
        try (Memory errors = new Memory((long) most * ERROR_BYTES)) {
            int found = libvirt.virDomainGetDiskErrors(NativeHandles.of(domain), errors, most, 0);
            List<String> failed = new ArrayList<>();
            for (int i = 0; i < found; i++) {
                Pointer name = errors.getPointer((long) i * ERROR_BYTES);
                int error = errors.getInt((long) i * ERROR_BYTES + Native.POINTER_SIZE);
                failed.add(name.getString(0) + ": " + ERRORS.get(Math.min(Math.max(error, 0), ERRORS.size() - 1)));
                Native.free(Pointer.nativeValue(name));
            }
            return failed;
        }
    }
}
