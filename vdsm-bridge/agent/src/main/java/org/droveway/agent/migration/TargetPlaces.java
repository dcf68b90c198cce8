package org.droveway.agent.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.droveway.agent.negotiation.TargetFacts;
import org.droveway.protocol.host.VmDisk;
import org.jspecify.annotations.Nullable;

/** Looks at the places on this host to which disks would be copied. */
final class TargetPlaces {
    private final Path allowed;

    /** @param allowed below it, and nowhere else, disks are made */
    TargetPlaces(Path allowed) {
        this.allowed = allowed;
    }

    /** By path; disks that are no files are left out. */
    Map<String, TargetFacts> of(List<VmDisk> disks) throws IOException {
        Map<String, TargetFacts> facts = new HashMap<>();
        for (VmDisk disk : disks) {
            if (disk.source().startsWith("/")) {
                facts.put(disk.source(), facts(disk.source()));
            }
        }
        return facts;
    }

    private TargetFacts facts(String source) throws IOException {
        Path file = Path.of(source);
        Path folder = existing(file.getParent());
        return new TargetFacts(
                source,
                Files.exists(file, LinkOption.NOFOLLOW_LINKS),
                isAllowed(file, folder),
                folder == null ? null : Files.getAttribute(folder, "unix:dev").toString(),
                folder == null ? 0 : Files.getFileStore(folder).getUsableSpace());
    }

    private static @Nullable Path existing(@Nullable Path folder) throws IOException {
        return folder != null && Files.isDirectory(folder) ? folder.toRealPath() : null;
    }

    /** By the real folder: a name with .. or a link on the way must not lead out of it. */
    private boolean isAllowed(Path file, @Nullable Path folder) throws IOException {
        if (folder == null) {
            return file.equals(file.normalize()) && file.startsWith(allowed);
        }
        return Files.isDirectory(allowed) && folder.startsWith(allowed.toRealPath());
    }
}
