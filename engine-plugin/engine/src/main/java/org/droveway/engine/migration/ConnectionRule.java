package org.droveway.engine.migration;

import java.util.List;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.Capability;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * How many connections carry the memory: what request and policy say, else by the VM's size where both hosts can. The table is in
 * docs/policy.md.
 */
final class ConnectionRule {
    /** A smaller VM is through before a second connection would pay, MiB. */
    static final long LARGE_MIB = 8 * 1024;

    /** MiB. */
    static final long VERY_LARGE_MIB = 64 * 1024;

    /** What one connection carries with ease, TLS included, MiB/s. */
    static final long ONE_IS_ENOUGH_MIBS = 512;

    /** As many as QEMU takes if nobody says how many. */
    private static final int FEW = 2;

    private static final int SEVERAL = 4;

    private final WantedParameters wanted;
    private final Host source;
    private final Host destination;

    private ConnectionRule(WantedParameters wanted, Host source, Host destination) {
        this.wanted = wanted;
        this.source = source;
        this.destination = destination;
    }

    static Settled<Integer> settle(WantedParameters wanted, Host source, Host destination) {
        Integer said = wanted.policy().connections().value();
        return said == null
                ? new ConnectionRule(wanted, source, destination).byDefault()
                : new Settled<>(said, wanted.policy().connections().reason());
    }

    /** Whether the destination may take one connection for another: QEMU before 8.0 goes by the order in which they arrive. */
    static boolean mayMixUp(WantedParameters wanted, Host destination) {
        return wanted.policy().type() == Security.INSECURE
                && !QemuVersion.of(destination).isAtLeast(8, 0);
    }

    private Settled<Integer> byDefault() {
        MemoryCompression compression = wanted.compression().value();
        long memory = wanted.disks().vm().report().memoryMiB();
        Long limit = wanted.policy().bandwidth().value();
        if (compression.isParallel()) {
            return settled(FEW, "compression " + Words.of(compression) + " needs several");
        }
        if (compression != MemoryCompression.NONE) {
            return settled(1, "compression " + Words.of(compression) + " works on one only");
        }
        if (memory < LARGE_MIB) {
            return settled(1, "the VM has " + memory + " MiB, less than " + LARGE_MIB);
        }
        if (limit != null && limit <= ONE_IS_ENOUGH_MIBS) {
            return settled(1, "one carries the " + limit + " MiB/s that are allowed");
        }
        String obstacle = obstacle();
        if (obstacle != null) {
            return settled(1, obstacle);
        }
        return settled(
                memory < VERY_LARGE_MIB ? FEW : SEVERAL,
                "the VM has " + memory + " MiB, "
                        + (memory < VERY_LARGE_MIB ? LARGE_MIB + " or more" : VERY_LARGE_MIB + " or more"));
    }

    /** Why a default of several would not go well; null: nothing speaks against it. */
    private @Nullable String obstacle() {
        for (Host host : List.of(source, destination)) {
            if (!host.capabilities().contains(Capability.MULTIFD)) {
                return "the agent of host " + host.name() + " does not know " + Capability.MULTIFD;
            }
            if (wanted.postCopy() && !QemuVersion.of(host).isAtLeast(10, 1)) {
                return "post-copy with several needs QEMU 10.1, and host " + host.name() + " has "
                        + QemuVersion.of(host).words();
            }
        }
        return mayMixUp(wanted, destination)
                ? "not encrypted, several may be mixed up by "
                        + QemuVersion.of(destination).words() + " on host " + destination.name()
                : null;
    }

    private static Settled<Integer> settled(int connections, String why) {
        return new Settled<>(connections, "no scope says anything, by default: " + why);
    }
}
