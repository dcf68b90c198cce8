package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.Vm;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.VmDisk;

/**
 * Which disks travel with the VM: those that no other host sees, if the request says so. What is only read never does.
 *
 * @param asked whether the request says that local disks may be copied
 */
record CopiedDisks(Vm vm, boolean asked) {
    CopiedDisks {
        requireNonNull(vm, "vm");
    }

    /** Targets of those that are copied. */
    List<String> targets() {
        return asked ? local().stream().map(VmDisk::target).toList() : List.of();
    }

    private List<VmDisk> local() {
        return disks().stream()
                .filter(d -> !d.shared() && !d.certainlyReadOnly())
                .toList();
    }

    private List<VmDisk> disks() {
        return vm.report().disks();
    }

    /** A local disk that nobody said to copy, or something said to copy that is not there. */
    Optional<Refusal> refusal() {
        if (asked == !local().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(asked ? nothingToCopy() : notShared());
    }

    private Refusal notShared() {
        return Refusal.of(
                RefusalCode.DISK_NOT_SHARED,
                "VM " + vm.name(),
                local().stream()
                        .map(d -> "disk " + named(d) + " is local to host " + vm.host())
                        .collect(Collectors.joining(", ")),
                "disks on storage that both hosts see, or leave to copy them",
                "migrate it --with-local-disks, or move the disk to shared storage");
    }

    private Refusal nothingToCopy() {
        return Refusal.of(
                RefusalCode.PARAMETERS_CONTRADICT,
                "VM " + vm.name(),
                "local disks are to be copied, and it has none",
                "a VM with a local disk that is written to",
                "leave out --with-local-disks");
    }

    Settled<String> settled() {
        List<String> reasons = new ArrayList<>();
        add(reasons, "local to host " + vm.host() + ", and the request says to copy it", local());
        add(
                reasons,
                "on storage that other hosts see",
                disks().stream().filter(VmDisk::shared).toList());
        add(
                reasons,
                "only read, so the destination needs it too",
                disks().stream()
                        .filter(d -> !d.shared() && d.certainlyReadOnly())
                        .toList());
        String value = targets().isEmpty() ? "none copied" : String.join(", ", targets()) + " copied";
        return new Settled<>(value, reasons.isEmpty() ? "the VM has no disk" : String.join("; ", reasons));
    }

    private static void add(List<String> reasons, String why, List<VmDisk> disks) {
        if (!disks.isEmpty()) {
            reasons.add(disks.stream().map(CopiedDisks::named).collect(Collectors.joining(", ")) + ": " + why);
        }
    }

    private static String named(VmDisk disk) {
        return disk.target() + " (" + disk.source() + ")";
    }
}
