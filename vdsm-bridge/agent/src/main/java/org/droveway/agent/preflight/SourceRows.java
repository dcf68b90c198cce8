package org.droveway.agent.preflight;

import static org.droveway.protocol.RefusalCode.CERTIFICATE_MISSING;
import static org.droveway.protocol.RefusalCode.DEVICE_NOT_MIGRATABLE;
import static org.droveway.protocol.RefusalCode.DEVICE_OF_HOST;
import static org.droveway.protocol.RefusalCode.DISK_CACHED;
import static org.droveway.protocol.RefusalCode.DISK_TRANSIENT;
import static org.droveway.protocol.RefusalCode.MEMORY_WITHOUT_PLACE;
import static org.droveway.protocol.RefusalCode.TSC_WITHOUT_FREQUENCY;
import static org.droveway.protocol.RefusalCode.VM_BLOCKED_BY_QEMU;
import static org.droveway.protocol.RefusalCode.VM_HAS_BLOCK_JOB;
import static org.droveway.protocol.RefusalCode.VM_HAS_IO_ERROR;
import static org.droveway.protocol.RefusalCode.VM_HAS_SNAPSHOTS;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** What the source finds about the VM, and about itself. */
public final class SourceRows {
    static final List<Check<SourceView>> ALL = List.of(
            vm(
                    5,
                    VM_HAS_SNAPSHOTS,
                    view -> view.activity().snapshots() == 0
                            ? List.of()
                            : List.of("libvirt knows " + view.activity().snapshots() + " snapshots of it"),
                    "no snapshot that libvirt knows",
                    "delete them with virsh snapshot-delete; --metadata keeps the data in the image"),
            vm(
                    6,
                    VM_BLOCKED_BY_QEMU,
                    view -> Stream.concat(
                                    view.blockers().stream().map(reason -> "QEMU says: " + reason),
                                    view.obstacles().formats().stream()
                                            .map(disk -> "QEMU does not migrate the format of " + disk))
                            .toList(),
                    "a VM that QEMU migrates",
                    "take away from the VM what QEMU names; convert disks to raw or qcow2"),
            vm(
                    7,
                    DEVICE_OF_HOST,
                    view -> view.obstacles().hostDevices(),
                    "no device of the host, but for a transient one of a failover team",
                    "unplug it; another host does not have this very device"),
            vm(
                    8,
                    VM_HAS_BLOCK_JOB,
                    view -> view.activity().blockJobs().stream()
                            .map(disk -> "disk " + disk + " has an active block job")
                            .toList(),
                    "no active block job",
                    "wait for it, or end it with virsh blockjob --abort"),
            vm(
                    9,
                    TSC_WITHOUT_FREQUENCY,
                    view -> view.obstacles().tscWithoutFrequency()
                            ? List.of("has the CPU feature invtsc, and no frequency of its TSC is named")
                            : List.of(),
                    "<timer name='tsc' frequency='…'/> in its clock, or no invtsc",
                    "shut the VM down and change its definition"),
            vm(
                    10,
                    MEMORY_WITHOUT_PLACE,
                    view -> view.obstacles().dimms(),
                    "slot and base address for each memory device",
                    "shut the VM down and start it again: libvirt then gives them"),
            vm(
                    11,
                    DEVICE_NOT_MIGRATABLE,
                    view -> view.obstacles().devices(),
                    "devices whose state can travel",
                    "unplug it, or shut the VM down to move it"),
            vm(
                    12,
                    DISK_TRANSIENT,
                    view -> view.obstacles().transientDisks(),
                    "disks that stay",
                    "detach the disk, or shut the VM down to move it"),
            vm(
                    14,
                    VM_HAS_IO_ERROR,
                    SourceRows::ioErrors,
                    "disks that work",
                    "see virsh domblkerror, mend the storage, then resume the VM"),
            vm(
                    16,
                    DISK_CACHED,
                    // Unknown counts as able: libvirt looks again itself, before it starts anything.
                    view -> view.dropsCache() ? List.of() : view.obstacles().cachedDisks(),
                    "cache mode none or directsync, or a QEMU that can drop the host's cache (3.0)",
                    "shut the VM down and set the cache mode, or upgrade QEMU"),
            new Check<>(
                    27,
                    CERTIFICATE_MISSING,
                    view -> "host " + view.host(),
                    view -> Missing.of(view.tls()),
                    "the certificates QEMU shows and trusts as a client",
                    "look at qemu.conf's migrate_tls_x509_cert_dir and the agent's migrationPki: they must be the same"));

    private SourceRows() {}

    /** Everything that is wrong. */
    public static List<Refusal> refusals(SourceView view) {
        return Check.all(ALL, view);
    }

    private static List<String> ioErrors(SourceView view) {
        List<String> disks = view.activity().failedDisks();
        return view.status().stoppedByIoError() && disks.isEmpty()
                ? List.of("stands still because of an I/O error")
                : disks.stream().map(disk -> "I/O error of disk " + disk).toList();
    }

    private static Check<SourceView> vm(
            int row, RefusalCode code, Function<SourceView, List<String>> findings, String needed, String remedy) {
        return new Check<>(row, code, SourceView::vmObject, findings, needed, remedy);
    }
}
