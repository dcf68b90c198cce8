package org.droveway.agent.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which file it is, whatever stands under its name later: the kernel's numbers of its file system and of itself. */
public record FileIdentity(long device, long inode) {
    /**
     * Of the regular file that stands there.
     *
     * @return empty if nothing does, or something else: links are not followed
     * @throws IOException if it cannot be looked at
     */
    public static Optional<FileIdentity> of(Path file) throws IOException {
        try {
            Map<String, Object> found =
                    Files.readAttributes(file, "unix:dev,ino,isRegularFile", LinkOption.NOFOLLOW_LINKS);
            return Boolean.TRUE.equals(found.get("isRegularFile"))
                    ? Optional.of(new FileIdentity(
                            ((Number) found.get("dev")).longValue(), ((Number) found.get("ino")).longValue()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
