package org.droveway.agent.migration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.droveway.agent.image.ImageFile;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.jspecify.annotations.Nullable;

/** The source's files of disks that were copied: removed once the VM is known to run on the destination, and only then. */
final class DepartedDisks {
    private DepartedDisks() {}

    /**
     * Which files they are, before the copy begins.
     *
     * @throws IOException if one is no regular file
     */
    static List<ImageFile> identified(List<VmDisk> disks) throws IOException {
        List<ImageFile> files = new ArrayList<>();
        for (VmDisk disk : disks) {
            files.add(ImageFile.existing(disk.source()));
        }
        return files;
    }

    /** Removes them; what is left and why, for people; null: nothing. */
    static @Nullable String remove(Hypervisor hypervisor, SourceRecord record) {
        List<String> problems = new ArrayList<>();
        for (ImageFile file : record.copiedFiles()) {
            remove(hypervisor, record, file).ifPresent(problems::add);
        }
        return problems.isEmpty() ? null : String.join("; ", problems);
    }

    private static Optional<String> remove(Hypervisor hypervisor, SourceRecord record, ImageFile file) {
        String left = file.path() + " is left on host " + record.permit().sourceHost() + ": ";
        try {
            Optional<String> user = user(hypervisor, record, file.path());
            if (user.isPresent()) {
                return Optional.of(left + "VM " + user.get() + " uses it");
            }
            return file.remove() ? Optional.empty() : Optional.of(left + "it is not the file that was copied");
        } catch (IOException | HypervisorException e) {
            return Optional.of(left + e.getMessage());
        }
    }

    private static Optional<String> user(Hypervisor hypervisor, SourceRecord record, String path)
            throws HypervisorException {
        return hypervisor.vms().stream()
                .filter(vm -> !vm.id().equals(record.permit().vm()))
                .filter(vm -> vm.disks().stream().anyMatch(disk -> disk.source().equals(path)))
                .map(VmReport::name)
                .findFirst();
    }
}
