package org.droveway.agent.libvirt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds QEMU processes by the pid files that libvirt keeps beside its sockets, and makes sure that they are the guest's. */
public final class QemuProcesses implements GuestProcesses {
    private static final System.Logger LOG = System.getLogger(QemuProcesses.class.getName());

    private final Path pidFiles;

    /** @param pidFiles libvirt's state directory of the QEMU driver, for example {@code /run/libvirt/qemu} */
    public QemuProcesses(Path pidFiles) {
        this.pidFiles = requireNonNull(pidFiles, "pidFiles");
    }

    @Override
    public Optional<GuestProcess> of(UUID vm, String name) {
        try {
            long pid = Long.parseLong(
                    Files.readString(pidFiles.resolve(name + ".pid")).trim());
            // Opened before it is looked at: from here on the number cannot come to mean another process.
            Pidfd process = Pidfd.open(pid);
            if (isOf(vm, pid)) {
                return Optional.of(process);
            }
            process.close();
            LOG.log(System.Logger.Level.WARNING, "process " + pid + " is not the QEMU of VM " + vm);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "the QEMU process of VM " + vm + " is not found: " + e);
        }
        return Optional.empty();
    }

    /** libvirt starts every QEMU with the guest's UUID in its arguments. */
    private static boolean isOf(UUID vm, long pid) throws IOException {
        String commandLine =
                Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        List<String> arguments = List.of(commandLine.split("\0"));
        int at = arguments.indexOf("-uuid");
        return at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals(vm.toString());
    }
}
