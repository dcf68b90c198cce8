package org.droveway.agent.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files so that a crash at any moment leaves the old content or the new, never a part. */
public final class DurableFile {
    /** For {@link #write(Path, byte[], String)} and {@link #makeDirectory(Path, String)}. */
    public static final String OWNER_ONLY = "rw-------";

    /** For secrets that a service's group needs: the file gets its folder's group. */
    public static final String GROUP_READS = "rw-r-----";

    /** For what is no secret. */
    public static final String EVERYBODY_READS = "rw-r--r--";

    private DurableFile() {}

    /** Replaces the file; content and name are on disk when this returns. Readable by the owner alone. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, OWNER_ONLY);
    }

    /** Replaces the file and gives it these permissions; content and name are on disk when this returns. */
    public static void write(Path file, byte[] content, String permissions) throws IOException {
        Path folder = parentOf(file);
        Path draft = folder.resolve("." + file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(CREATE_NEW, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (!permissions.equals(OWNER_ONLY)) {
                share(draft, folder, permissions);
            }
            channel.force(true);
        }
        Files.move(draft, file, ATOMIC_MOVE);
        syncDirectory(folder);
    }

    private static void share(Path draft, Path folder, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        view.setGroup(Files.readAttributes(folder, PosixFileAttributes.class).group());
        view.setPermissions(PosixFilePermissions.fromString(permissions));
    }

    /** Removes the file, on disk too; not an error if it is not there. */
    public static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                syncDirectory(parentOf(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /** Makes the folder and those above it, open to the owner alone. */
    public static void makeDirectory(Path directory) {
        makeDirectory(directory, OWNER_ONLY);
    }

    /** Makes the folder and those above it; who may read its files may also enter it. One that is there stays as it is. */
    public static void makeDirectory(Path directory, String permissions) {
        String entering = permissions.replaceAll("r(.)-", "r$1x");
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(entering)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + directory, e);
        }
    }

    /** Puts the names in a folder on disk. */
    public static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not a file in a folder");
        }
        return parent;
    }
}
