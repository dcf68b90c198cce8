package org.droveway.agent.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the host's files, anew each time: all of it takes less than a millisecond. */
public final class HostFiles {
    private static final System.Logger LOG = System.getLogger(HostFiles.class.getName());
    private static final Path QEMU_CONF = Path.of("/etc/libvirt/qemu.conf");
    private static final Path USERFAULTFD = Path.of("/proc/sys/vm/unprivileged_userfaultfd");
    private static final Path USERFAULTFD_DEVICE = Path.of("/dev/userfaultfd");
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Path INTERFACES = Path.of("/proc/net/dev");
    private static final Path HUGEPAGES = Path.of("/sys/kernel/mm/hugepages");
    private static final Pattern SIZE = Pattern.compile("hugepages-(\\d+)kB");
    private static final Pattern DEFAULT_SIZE = Pattern.compile("Hugepagesize:\\s*(\\d+) kB");

    private final Path root;

    /** @param root {@code /} but for tests */
    public HostFiles(Path root) {
        this.root = requireNonNull(root, "root");
    }

    /** What qemu.conf says; what libvirt takes when there is none; empty if it cannot be read. */
    public Optional<QemuSettings> settings() {
        try {
            Path file = Rooted.in(root, QEMU_CONF);
            return Optional.of(QemuSettings.parse(Files.exists(file) ? Files.readString(file) : "", root));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, QEMU_CONF + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The certificates that QEMU loads as a migration's destination, or as its source. */
    public TlsFiles tlsFiles(QemuSettings settings, boolean destination) {
        return settings.tlsDirectory()
                .map(directory -> TlsFiles.in(directory, root, destination ? TlsFiles.SERVER : TlsFiles.CLIENT))
                .orElseGet(TlsFiles::nowhere);
    }

    /** Whether QEMU may handle page faults itself. */
    public boolean userfaultfd(QemuSettings settings) {
        return settings.root() || setTo(USERFAULTFD, "1") || everybodyWrites(USERFAULTFD_DEVICE);
    }

    /** Free hugepages of every size. */
    public Hugepages hugepages() throws IOException {
        Map<Long, Long> free = new TreeMap<>();
        Path folder = Rooted.in(root, HUGEPAGES);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> sizes = Files.newDirectoryStream(folder)) {
                for (Path size : sizes) {
                    Matcher matcher = SIZE.matcher(size.getFileName().toString());
                    if (matcher.matches()) {
                        free.put(Long.valueOf(matcher.group(1)), number(size.resolve("free_hugepages")));
                    }
                }
            }
        }
        Matcher standard = DEFAULT_SIZE.matcher(Files.readString(Rooted.in(root, MEMINFO)));
        return new Hugepages(free, standard.find() ? Long.parseLong(standard.group(1)) : 0);
    }

    /** Names of the host's network interfaces, bridges among them; sysfs may show another network namespace's. */
    public Set<String> interfaces() throws IOException {
        return Files.readAllLines(Rooted.in(root, INTERFACES)).stream()
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .collect(Collectors.toSet());
    }

    /** Those of the files that are not there or cannot be read. */
    public List<String> unreadable(List<String> files) {
        return files.stream()
                .filter(file -> !Files.isReadable(Rooted.in(root, Path.of(file))))
                .toList();
    }

    private boolean setTo(Path file, String value) {
        try {
            return Files.readString(Rooted.in(root, file)).strip().equals(value);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, file + " cannot be read: " + e.getMessage());
            return false;
        }
    }

    private boolean everybodyWrites(Path file) {
        try {
            return Files.getPosixFilePermissions(Rooted.in(root, file)).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, file + " cannot be looked at: " + e.getMessage());
            return false;
        }
    }

    private static long number(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
