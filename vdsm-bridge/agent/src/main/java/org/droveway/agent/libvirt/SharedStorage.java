package org.droveway.agent.libvirt;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/** Whether other hosts see a disk, as far as this host can tell. */
final class SharedStorage {
    private static final Set<String> CLUSTER_FILE_SYSTEMS = Set.of(
            "nfs",
            "nfs4",
            "ceph",
            "fuse.ceph-fuse",
            "fuse.glusterfs",
            "glusterfs",
            "ocfs2",
            "gfs2",
            "gpfs",
            "lustre",
            "cifs",
            "smb3",
            "afs",
            "beegfs");

    private final Function<String, String> fileSystemOf;

    SharedStorage(Function<String, String> fileSystemOf) {
        this.fileSystemOf = fileSystemOf;
    }

    static SharedStorage ofThisHost() {
        return new SharedStorage(SharedStorage::fileSystem);
    }

    boolean shared(DomainDisk disk) {
        return switch (disk.type()) {
            case "block", "network", "volume" -> true;
            case "file", "dir" -> CLUSTER_FILE_SYSTEMS.contains(fileSystemOf.apply(disk.source()));
            default -> false;
        };
    }

    /** Type of the file system that holds the path; empty when the path cannot be looked at. */
    private static String fileSystem(String path) {
        Path file = FileSystems.getDefault().getPath(path);
        try {
            return Files.getFileStore(file).type();
        } catch (IOException e) {
            System.getLogger(SharedStorage.class.getName())
                    .log(System.Logger.Level.DEBUG, "file system of " + path + " is not known: " + e);
            return "";
        }
    }
}
