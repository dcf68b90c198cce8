package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** Parameters that exclude each other, wherever they come from: each pair is a refusal, never silently settled. */
final class Contradictions {
    private final WantedParameters wanted;
    private final EffectivePolicy policy;
    private final List<Refusal> refusals = new ArrayList<>();

    private Contradictions(WantedParameters wanted) {
        this.wanted = wanted;
        this.policy = wanted.policy();
    }

    /** Whatever the destination is. */
    static List<Refusal> of(WantedParameters wanted, Host source) {
        Contradictions found = new Contradictions(wanted);
        found.postCopyAndStrictHandover();
        found.compressionAndConnections();
        found.bandwidthTooSmall();
        found.postCopyAndConnections(source);
        wanted.disks().refusal().ifPresent(found.refusals::add);
        return found.refusals;
    }

    /** With this destination. */
    static List<Refusal> with(WantedParameters wanted, Host destination) {
        Contradictions found = new Contradictions(wanted);
        found.postCopyAndConnections(destination);
        return found.refusals;
    }

    private void postCopyAndStrictHandover() {
        if (wanted.postCopy() && Boolean.FALSE.equals(policy.fastHandover().value())) {
            add(
                    "post-copy: " + wanted.convergence().reason() + "; and a no to the fast handover: "
                            + policy.fastHandover().reason(),
                    "the fast handover with post-copy, because libvirt itself starts the guest at the destination",
                    "say yes to the fast handover, or leave out post-copy");
        }
    }

    private void compressionAndConnections() {
        Integer connections = policy.connections().value();
        MemoryCompression compression = wanted.compression().value();
        if (connections == null || compression == MemoryCompression.NONE) {
            return;
        }
        String found = "compression " + Words.of(compression) + ": "
                + wanted.compression().reason() + "; and " + connections + " connection(s): "
                + policy.connections().reason();
        if (compression.isParallel() && connections == 1) {
            add(found, "2 to 255 connections with " + Words.of(compression), "ask for more connections, or for xbzrle");
        } else if (!compression.isParallel() && connections > 1) {
            add(found, "one connection with " + Words.of(compression), "ask for one connection, or for zstd");
        }
    }

    private void bandwidthTooSmall() {
        Long limit = policy.bandwidth().value();
        int streams = 1 + wanted.disks().targets().size();
        if (limit != null && limit < streams) {
            add(
                    "a bandwidth of " + limit + " MiB/s in all for memory and " + (streams - 1) + " disk(s)",
                    "at least 1 MiB/s for each of them",
                    "allow " + streams + " MiB/s or more");
        }
    }

    /** QEMU from 10.1 on can do both at once; 10.0 refuses, and what an older one makes of it nobody says. */
    private void postCopyAndConnections(Host host) {
        if (wanted.postCopy() && wanted.parallel() && !QemuVersion.of(host).isAtLeast(10, 1)) {
            add(
                    "post-copy and several connections, and "
                            + QemuVersion.of(host).words() + " on host " + host.name(),
                    "QEMU 10.1 or newer on both hosts for both at once",
                    "leave out post-copy, or ask for one connection without parallel compression");
        }
    }

    private void add(String found, String needed, String remedy) {
        refusals.add(Refusal.of(RefusalCode.PARAMETERS_CONTRADICT, "migration parameters", found, needed, remedy));
    }
}
