package org.droveway.agent.compatibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.droveway.agent.libvirt.MigrateParameter;
import org.droveway.protocol.peer.HostAbilities;
import org.droveway.protocol.peer.QemuAbilities;
import org.jspecify.annotations.Nullable;

/** Two hosts that can do everything together; tests take away one thing each. */
final class PairSample {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** One end. */
    static final class End {
        String libvirt = "11.6.0";
        String qemu = "10.1.0";

        @Nullable
        UUID uuid = UUID.randomUUID();

        @Nullable
        String lock = "lockd";

        @Nullable
        Boolean tlsOnly = false;

        @Nullable
        Boolean userfaultfd = true;

        Instant at = NOW;
        boolean tells = true;
        boolean qemuTells = true;
        final Set<String> capabilities =
                new TreeSet<>(Set.of("multifd", "postcopy-ram", "xbzrle", "auto-converge", "zero-copy-send"));
        final Set<String> parameters = new TreeSet<>(Set.of("tls-creds"));
        final Set<String> compressions = new TreeSet<>(Set.of("zlib", "zstd"));

        Side side(String host) {
            QemuAbilities own =
                    qemuTells ? new QemuAbilities(qemu, capabilities, parameters, compressions, true) : null;
            return Side.of(
                    host, libvirt, qemu, tells ? new HostAbilities(at, uuid, own, lock, tlsOnly, userfaultfd) : null);
        }
    }

    final End source = new End();
    final End destination = new End();
    final Set<String> flags = new TreeSet<>(Set.of("LIVE", "PEER2PEER"));
    private final List<MigrateParameter> parameters =
            new ArrayList<>(List.of(new MigrateParameter("migrate_uri", "tcp://10.62.0.12:PORT")));
    boolean sharedMemoryOnly = true;

    void secure() {
        flags.add("TLS");
        set("tls.destination", "h2");
    }

    /** In place of the one that the call may have. */
    void set(String name, Object value) {
        parameters.removeIf(parameter -> parameter.name().equals(name));
        add(name, value);
    }

    /** Beside those that the call may have. */
    void add(String name, Object value) {
        parameters.add(new MigrateParameter(name, value));
    }

    Pair pair() {
        return new Pair(Wanted.of(flags, parameters), source.side("h1"), destination.side("h2"), sharedMemoryOnly);
    }
}
