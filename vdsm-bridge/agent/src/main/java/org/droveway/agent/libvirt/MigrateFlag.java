package org.droveway.agent.libvirt;

import java.util.Set;
import java.util.stream.Collectors;

/** The flags of libvirt's migrate call that Droveway uses; UNSAFE is deliberately not among them. */
public enum MigrateFlag {
    LIVE(0),
    PEER2PEER(1),
    PERSIST_DEST(3),
    UNDEFINE_SOURCE(4),
    PAUSED(5),
    CHANGE_PROTECTION(8),
    TLS(16);

    private final int mask;

    MigrateFlag(int bit) {
        this.mask = 1 << bit;
    }

    /** The flag's bit in libvirt's word. */
    public int mask() {
        return mask;
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
