package org.droveway.agent.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.droveway.agent.libvirt.GuestOwner;
import org.jspecify.annotations.Nullable;

/**
 * An image file as it is written down, so that it is known again after a crash.
 *
 * @param identity null while it is only about to be made
 */
public record ImageFile(String path, @Nullable FileIdentity identity) {
    public ImageFile {
        requireNonNull(path, "path");
    }

    /**
     * The file that stands there.
     *
     * @throws IOException if there is none
     */
    public static ImageFile existing(String path) throws IOException {
        return FileIdentity.of(Path.of(path))
                .map(identity -> new ImageFile(path, identity))
                .orElseThrow(() -> new IOException(path + " is no regular file"));
    }

    /**
     * Makes the file, empty, for QEMU alone.
     *
     * @param owner null: who makes it
     * @throws java.nio.file.FileAlreadyExistsException if something stands there
     * @throws IOException if it cannot be made
     */
    public ImageFile create(@Nullable GuestOwner owner) throws IOException {
        Path file = Path.of(path);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (owner != null) {
            Files.setAttribute(file, "unix:uid", owner.uid());
            Files.setAttribute(file, "unix:gid", owner.gid());
        }
        return existing(path);
    }

    /**
     * Removes the file if it is still the one that was written down; one that was only about to be made if nothing is in it.
     *
     * @return whether nothing of it is left; false: another file stands there, and is left alone
     * @throws IOException if it cannot be removed
     */
    public boolean remove() throws IOException {
        Path file = Path.of(path);
        if (Files.notExists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        Optional<FileIdentity> found = FileIdentity.of(file);
        boolean ours = found.isPresent() && (identity == null ? Files.size(file) == 0 : identity.equals(found.get()));
        if (ours) {
            Files.deleteIfExists(file);
        }
        return ours;
    }
}
