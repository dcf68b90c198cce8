package org.droveway.agent.libvirt;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;

/** The flags of libvirt's migrate call that Droveway uses; UNSAFE is deliberately not among them. */
public enum MigrateFlag {
    LIVE(0),
    PEER2PEER(1),
    PERSIST_DEST(3),
    UNDEFINE_SOURCE(4),
    PAUSED(5),
    NON_SHARED_DISK(6),
    CHANGE_PROTECTION(8),
    COMPRESSED(11),
    AUTO_CONVERGE(13),
    POSTCOPY(15),
    TLS(16),
    PARALLEL(17),
    POSTCOPY_RESUME(19);

    private final int mask;

    MigrateFlag(int bit) {
        this.mask = 1 << bit;
    }

    /** The flag's bit in libvirt's word. */
    public int mask() {
        return mask;
    }

    /** Those that follow from what was agreed, for the call and for whoever checks it. */
    public static Set<MigrateFlag> agreed(MigrationParameters parameters) {
        Set<MigrateFlag> flags = EnumSet.of(LIVE, PEER2PEER);
        add(flags, parameters.strictHandover(), PAUSED);
        add(flags, parameters.security() == Security.SECURE, TLS);
        add(flags, parameters.disks() != null, NON_SHARED_DISK);
        add(flags, parameters.parallelConnections() != null, PARALLEL);
        add(flags, parameters.compression() != null, COMPRESSED);
        add(flags, parameters.convergence() == Convergence.THROTTLE, AUTO_CONVERGE);
        add(flags, parameters.mayPostCopy(), POSTCOPY);
        return flags;
    }

    private static void add(Set<MigrateFlag> flags, boolean wanted, MigrateFlag flag) {
        if (wanted) {
            flags.add(flag);
        }
    }

    /** libvirt's word for these flags. */
    public static int maskOf(Set<MigrateFlag> flags) {
        return flags.stream().mapToInt(MigrateFlag::mask).reduce(0, (a, b) -> a | b);
    }

    /** As people write them: {@code VIR_MIGRATE_LIVE|VIR_MIGRATE_PEER2PEER}. */
    public static String text(Set<MigrateFlag> flags) {
        return flags.stream().sorted().map(flag -> "VIR_MIGRATE_" + flag).collect(Collectors.joining("|"));
    }
}
