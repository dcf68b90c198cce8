package org.droveway.agent.host;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What qemu.conf says about migrations. libvirt reads it when it starts: a file that was changed since says what will be.
 *
 * @param lockDriver {@code nop} when there is none, as libvirt calls it
 * @param tlsOnly whether every migration must use TLS
 * @param tlsDirectory where certificates for migrations are looked for; empty: nowhere
 * @param root whether QEMU runs as root
 */
public record QemuSettings(String lockDriver, boolean tlsOnly, Optional<Path> tlsDirectory, boolean root) {
    private static final Path MIGRATION = Path.of("/etc/pki/libvirt-migrate");
    private static final Path COMMON = Path.of("/etc/pki/qemu");
    private static final Set<String> ROOT = Set.of("root", "0", "+0");

    public QemuSettings {
        requireNonNull(lockDriver, "lockDriver");
        requireNonNull(tlsDirectory, "tlsDirectory");
    }

    /**
     * Reads a qemu.conf.
     *
     * @param host where the host's files are, {@code /} but for tests
     * @throws IllegalArgumentException if libvirt could not read it either
     */
    static QemuSettings parse(String text, Path host) {
        LibvirtConf conf = LibvirtConf.parse(text);
        return new QemuSettings(
                conf.text("lock_manager").filter(name -> !name.isEmpty()).orElse("nop"),
                conf.on("migrate_tls_force"),
                tlsDirectory(conf, host),
                // The default is made into libvirt when it is built; nobody builds one that runs QEMU as root.
                conf.text("user").filter(ROOT::contains).isPresent());
    }

    private static Optional<Path> tlsDirectory(LibvirtConf conf, Path host) {
        Optional<String> named = conf.text("migrate_tls_x509_cert_dir");
        if (named.isPresent()) {
            return named.map(Path::of);
        }
        if (Files.isDirectory(Rooted.in(host, MIGRATION))) {
            return Optional.of(MIGRATION);
        }
        Path common = conf.text("default_tls_x509_cert_dir").map(Path::of).orElse(COMMON);
        return Files.isDirectory(Rooted.in(host, common)) ? Optional.of(common) : Optional.empty();
    }
}
