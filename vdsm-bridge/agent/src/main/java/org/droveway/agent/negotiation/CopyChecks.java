package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.DISK_NOT_COPYABLE;
import static org.droveway.protocol.RefusalCode.DISK_NOT_REACHABLE;
import static org.droveway.protocol.RefusalCode.DISK_TARGET_TAKEN;
import static org.droveway.protocol.RefusalCode.NOT_ENOUGH_SPACE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.peer.PeerRequest.Offer;

/** Whether this host can take the disks that are to be copied. */
public final class CopyChecks {
    private static final Set<String> FORMATS = Set.of("raw", "qcow2");
    /** What a guest may write anew while its sparse disk is copied: this part of what is allocated. */
    private static final int RESERVE_PART = 16;

    private CopyChecks() {}

    /**
     * Every reason against it.
     *
     * @param targets where the disks would go, by their paths
     */
    public static List<Refusal> refusals(Offer offer, String host, Map<String, TargetFacts> targets) {
        Reasons reasons = new Reasons();
        List<VmDisk> copied = new ArrayList<>();
        for (String target : offer.parameters().copiedDisks()) {
            offer.vm().disks().stream()
                    .filter(disk -> disk.target().equals(target))
                    .findFirst()
                    .ifPresentOrElse(
                            copied::add,
                            () -> copyable(
                                    reasons, object(offer, target), "the VM has no such disk", "one of its disks"));
        }
        for (VmDisk disk : copied) {
            image(object(offer, disk.target()), disk, reasons);
            place(object(offer, disk.target()), host, disk, targets, reasons);
        }
        once(offer, copied, reasons);
        space(copied, host, targets, reasons);
        return reasons.all();
    }

    private static String object(Offer offer, String target) {
        return "disk " + target + " of VM " + offer.vm().name();
    }

    private static void copyable(Reasons reasons, String object, String found, String needed) {
        reasons.when(true, DISK_NOT_COPYABLE, object, found, needed, "leave it out, or change it");
    }

    private static void image(String object, VmDisk disk, Reasons reasons) {
        String format = disk.format() == null ? "unknown" : disk.format();
        if (disk.shared()) {
            copyable(
                    reasons,
                    object,
                    disk.source() + " is on storage that other hosts see",
                    "a disk of the source alone");
        } else if (disk.certainlyReadOnly()) {
            copyable(reasons, object, "the guest can only read it", "a disk that the guest writes");
        } else if (!FORMATS.contains(format) || !disk.source().startsWith("/")) {
            copyable(reasons, object, disk.source() + " of format " + format, "a file of format raw or qcow2");
        } else if (disk.dependsOn() != null) {
            copyable(reasons, object, "it depends on " + disk.dependsOn(), "an image that is whole by itself");
        } else if (disk.virtualBytes() == null || disk.virtualBytes() <= 0 || disk.allocatedBytes() == null) {
            copyable(reasons, object, "its size is not known", "an image that the source agent can look into");
        }
    }

    private static void place(
            String object, String host, VmDisk disk, Map<String, TargetFacts> targets, Reasons reasons) {
        TargetFacts target = targets.get(disk.source());
        if (target == null) {
            return;
        }
        reasons.when(
                !target.allowed(),
                DISK_NOT_REACHABLE,
                object,
                disk.source() + " is outside of the folder for disks of host " + host,
                "a path below diskDirectory of the agent's configuration",
                "move the disk, or set diskDirectory on host " + host);
        reasons.when(
                target.allowed() && target.fileSystem() == null,
                DISK_NOT_REACHABLE,
                object,
                "host " + host + " has no folder for " + disk.source(),
                "the same folder on both hosts",
                "make the folder on host " + host);
        reasons.when(
                target.taken(),
                DISK_TARGET_TAKEN,
                object,
                "host " + host + " has " + disk.source() + " already",
                "nothing where the disk is copied to",
                "find out whose it is; move or remove it on host " + host);
    }

    private static void once(Offer offer, List<VmDisk> copied, Reasons reasons) {
        Set<String> sources = new HashSet<>();
        for (VmDisk disk : copied) {
            if (!sources.add(disk.source())) {
                copyable(
                        reasons,
                        object(offer, disk.target()),
                        disk.source() + " is another disk of it too",
                        "a file of its own for each disk");
            }
        }
    }

    /** As much as is allocated on the source: what is sparse there stays so. */
    private static void space(List<VmDisk> copied, String host, Map<String, TargetFacts> targets, Reasons reasons) {
        Map<String, Long> needed = new HashMap<>();
        Map<String, Long> free = new HashMap<>();
        for (VmDisk disk : copied) {
            TargetFacts target = targets.get(disk.source());
            if (target != null && target.fileSystem() != null && disk.allocatedBytes() != null) {
                needed.merge(target.fileSystem(), withReserve(disk.allocatedBytes()), Long::sum);
                free.put(target.fileSystem(), target.freeBytes());
            }
        }
        needed.forEach((fileSystem, bytes) -> reasons.when(
                bytes > free.getOrDefault(fileSystem, 0L),
                NOT_ENOUGH_SPACE,
                "host " + host,
                free.get(fileSystem) + " bytes are free where the disks are copied to",
                bytes + " bytes: what they take on the source, and a " + RESERVE_PART + "th more",
                "make room on host " + host + ", or choose another host"));
    }

    private static long withReserve(long allocated) {
        return allocated + allocated / RESERVE_PART;
    }
}
