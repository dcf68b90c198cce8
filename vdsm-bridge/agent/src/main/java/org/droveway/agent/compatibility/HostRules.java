package org.droveway.agent.compatibility;

import static org.droveway.protocol.RefusalCode.CLOCKS_APART;
import static org.droveway.protocol.RefusalCode.HOST_UUID_SAME;
import static org.droveway.protocol.RefusalCode.LOCK_DRIVER_DIFFERS;
import static org.droveway.protocol.RefusalCode.TLS_DEMANDED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.protocol.peer.HostAbilities;
import org.jspecify.annotations.Nullable;

/** What two hosts must have in common, or must not, whatever is migrated. */
final class HostRules {
    /** What a permit tolerates between engine and host. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    // Unknown is let through in all but the clocks, which are always told together: libvirt compares UUIDs and lock
    // drivers and
    // looks for TLS itself, before a QEMU is started.
    static final List<Rule> ALL = List.of(
            new Rule(
                    "host UUIDs differ",
                    HOST_UUID_SAME,
                    "libvirt takes hosts with one UUID for one host",
                    pair -> pair.same(HostAbilities::hostUuid),
                    pair -> "both have the UUID " + pair.source().told(HostAbilities::hostUuid),
                    "a UUID of its own for each host",
                    "set host_uuid in libvirtd.conf of one of them and restart its libvirtd; cloned machines share their DMI UUID"),
            new Rule(
                    "lock drivers equal",
                    LOCK_DRIVER_DIFFERS,
                    "a lock that only one end takes keeps nobody from running the VM twice",
                    pair -> pair.differ(HostAbilities::lockDriver),
                    pair -> pair.both(side -> "has " + side.told(HostAbilities::lockDriver)),
                    "the same lock_manager on both hosts",
                    "set lock_manager in qemu.conf alike on both hosts and restart libvirtd"),
            new Rule(
                    "TLS where it is demanded",
                    TLS_DEMANDED,
                    "migrate_tls_force lets libvirt refuse every migration without TLS, at either end",
                    pair -> !pair.wanted().tls() && pair.either(HostRules::demandsTls),
                    pair -> "an insecure migration, but " + pair.those(HostRules::demandsTls, side -> "demands TLS"),
                    "a secure migration",
                    "migrate with --type secure, or set migrate_tls_force = 0 in qemu.conf there and restart libvirtd"),
            new Rule(
                    "clocks agree",
                    CLOCKS_APART,
                    "permits, leases and certificates are judged by each host's own clock",
                    pair -> apart(pair).compareTo(CLOCK_TOLERANCE) > 0,
                    pair -> "their clocks are " + apart(pair).toSeconds() + " s apart",
                    "clocks that differ by less than " + CLOCK_TOLERANCE.toSeconds() + " s",
                    "synchronize the hosts' clocks"));

    private HostRules() {}

    private static boolean demandsTls(Side side) {
        return Boolean.TRUE.equals(side.told(HostAbilities::tlsOnly));
    }

    /** The source told its time before the destination did: the way between them makes them seem farther apart by milliseconds. */
    private static Duration apart(Pair pair) {
        @Nullable Instant here = pair.source().told(HostAbilities::at);
        @Nullable Instant there = pair.destination().told(HostAbilities::at);
        return here == null || there == null
                ? Duration.ZERO
                : Duration.between(here, there).abs();
    }
}
