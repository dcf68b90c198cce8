package org.droveway.agent.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.droveway.agent.store.DurableFile;
import org.droveway.protocol.Json;

/** The folder in which libvirt and QEMU look for migration certificates. Files that Droveway did not write are never touched. */
final class MigrationPki {
    private static final String CERTIFICATE = "server-cert.pem";
    private static final TypeReference<Map<String, Set<String>>> DIGESTS = new TypeReference<>() {};

    private final Path folder;
    private final Path marker;

    /** @param marker remembers digests of what we wrote */
    MigrationPki(Path folder, Path marker) {
        this.folder = requireNonNull(folder, "folder");
        this.marker = requireNonNull(marker, "marker");
    }

    /**
     * Puts the five files in place; each is whole at any time.
     *
     * @return files of others that are in the way; if there is one, nothing was written
     */
    List<Path> install(Credentials credentials) {
        Map<String, byte[]> wanted = files(credentials);
        try {
            DurableFile.makeDirectory(folder, DurableFile.EVERYBODY_READS);
            Map<String, Set<String>> ours = digests();
            List<Path> foreign = foreign(wanted, ours);
            if (foreign.isEmpty()) {
                // Old and new digests first: a crash between the files must not turn ours into somebody else's.
                wanted.forEach((name, content) ->
                        ours.computeIfAbsent(name, key -> new TreeSet<>()).add(Fingerprint.of(content)));
                remember(ours);
                for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
                    place(folder.resolve(file.getKey()), file.getValue());
                }
                wanted.forEach((name, content) -> ours.put(name, Set.of(Fingerprint.of(content))));
                remember(ours);
            }
            return foreign;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put migration certificates into " + folder, e);
        }
    }

    /** What QEMU would show; empty when there is none or it cannot be read. */
    Optional<X509Certificate> certificate() {
        Path file = folder.resolve(CERTIFICATE);
        try {
            return Files.exists(file)
                    ? Optional.of(Pem.certificate(Files.readString(file, US_ASCII)))
                    : Optional.empty();
        } catch (IOException | CertificateException e) {
            System.getLogger(MigrationPki.class.getName())
                    .log(System.Logger.Level.WARNING, () -> file + " is not a certificate: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether the certificate in the folder is one that we put there. */
    boolean certificateIsOurs() {
        Path file = folder.resolve(CERTIFICATE);
        try {
            return Files.exists(file)
                    && digests().getOrDefault(CERTIFICATE, Set.of()).contains(Fingerprint.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, byte[]> files(Credentials credentials) {
        var grant = credentials.stored().grant();
        byte[] certificate = grant.migrationCertificate().getBytes(US_ASCII);
        byte[] key = credentials.stored().migrationKey().getBytes(US_ASCII);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ca-cert.pem", grant.migrationCa().getBytes(US_ASCII));
        files.put("server-key.pem", key);
        files.put(CERTIFICATE, certificate);
        files.put("client-key.pem", key);
        files.put("client-cert.pem", certificate);
        return files;
    }

    private List<Path> foreign(Map<String, byte[]> wanted, Map<String, Set<String>> ours) throws IOException {
        List<Path> foreign = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : wanted.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                String found = Fingerprint.of(Files.readAllBytes(file));
                boolean known = ours.getOrDefault(entry.getKey(), Set.of()).contains(found)
                        || found.equals(Fingerprint.of(entry.getValue()));
                if (!known) {
                    foreign.add(file);
                }
            }
        }
        return foreign;
    }

    /** QEMU often runs as its own user: keys get the folder's group, by which an admin lets it read them. */
    private void place(Path file, byte[] content) throws IOException {
        boolean key = file.toString().endsWith("-key.pem");
        DurableFile.write(file, content, key ? DurableFile.GROUP_READS : DurableFile.EVERYBODY_READS);
    }

    private Map<String, Set<String>> digests() throws IOException {
        return Files.exists(marker) ? Json.mapper().readValue(marker.toFile(), DIGESTS) : new TreeMap<>();
    }

    private void remember(Map<String, Set<String>> digests) throws IOException {
        DurableFile.write(marker, Json.mapper().writeValueAsBytes(digests));
    }
}
