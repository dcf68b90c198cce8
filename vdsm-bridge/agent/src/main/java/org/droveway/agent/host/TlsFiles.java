package org.droveway.agent.host;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * Certificates where libvirt looks for them.
 *
 * @param directory as libvirt has it, for people
 * @param missing names of files that are not there or cannot be read
 */
public record TlsFiles(String directory, List<String> missing) {
    /** What QEMU loads at a migration's destination. */
    static final List<String> SERVER = List.of("ca-cert.pem", "server-cert.pem", "server-key.pem");

    /** What QEMU loads at its source. */
    static final List<String> CLIENT = List.of("ca-cert.pem", "client-cert.pem", "client-key.pem");

    public TlsFiles {
        requireNonNull(directory, "directory");
        missing = List.copyOf(missing);
    }

    static TlsFiles nowhere() {
        return new TlsFiles("no directory: qemu.conf names none and the usual ones are not there", SERVER);
    }

    static TlsFiles in(Path directory, Path host, List<String> names) {
        return new TlsFiles(
                directory.toString(),
                names.stream()
                        .filter(name -> !java.nio.file.Files.isReadable(Rooted.in(host, directory.resolve(name))))
                        .toList());
    }
}
