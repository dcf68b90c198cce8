package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.TreeSet;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.FieldDecision;
import org.droveway.protocol.Capability;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;

/** What a migration is to be run with, as far as it does not depend on the destination: by request, by policy, or by default. */
record WantedParameters(
        EffectivePolicy policy,
        CopiedDisks disks,
        Settled<Convergence> convergence,
        Settled<Handover> handover,
        Settled<MemoryCompression> compression) {
    WantedParameters {
        requireNonNull(policy, "policy");
        requireNonNull(disks, "disks");
        requireNonNull(convergence, "convergence");
        requireNonNull(handover, "handover");
        requireNonNull(compression, "compression");
    }

    static WantedParameters of(EffectivePolicy policy, Vm vm, boolean withLocalDisks) {
        Settled<Convergence> convergence = convergence(policy);
        return new WantedParameters(
                policy,
                new CopiedDisks(vm, withLocalDisks),
                convergence,
                handover(policy.fastHandover(), convergence.value()),
                compression(policy.compression()));
    }

    /** A no to post-copy wins over who names it as the last resort; a yes alone names it. */
    private static Settled<Convergence> convergence(EffectivePolicy policy) {
        Convergence said = policy.convergence().value();
        Boolean postCopy = policy.postCopy().value();
        if (said == Convergence.POST_COPY && Boolean.FALSE.equals(postCopy)) {
            return new Settled<>(
                    Convergence.KEEP_ON,
                    "no post-copy, " + policy.postCopy().reason() + "; so the default, though "
                            + policy.convergence().reason());
        }
        if (said != null) {
            return new Settled<>(said, policy.convergence().reason());
        }
        return Boolean.TRUE.equals(postCopy)
                ? new Settled<>(
                        Convergence.POST_COPY, "post-copy: " + policy.postCopy().reason())
                : new Settled<>(
                        Convergence.KEEP_ON,
                        policy.convergence().reason() + ", which harms no guest; it can be cancelled at any time");
    }

    private static Settled<Handover> handover(FieldDecision<Boolean> fast, Convergence convergence) {
        if (Boolean.TRUE.equals(fast.value())) {
            return new Settled<>(Handover.FAST, fast.reason());
        }
        return convergence == Convergence.POST_COPY
                ? new Settled<>(Handover.FAST, "post-copy needs it: libvirt itself starts the guest at the destination")
                : new Settled<>(
                        Handover.STRICT,
                        "the destination stays paused until the source has let go; fast handover: " + fast.reason());
    }

    private static Settled<MemoryCompression> compression(FieldDecision<MemoryCompression> said) {
        MemoryCompression value = said.value();
        return value == null
                ? new Settled<>(MemoryCompression.NONE, said.reason() + ", which costs the hosts no processor time")
                : new Settled<>(value, said.reason());
    }

    /** Whether several connections are demanded, by number or by a compression that works on nothing else. */
    boolean parallel() {
        Integer connections = policy.connections().value();
        return compression.value().isParallel() || (connections != null && connections > 1);
    }

    boolean postCopy() {
        return convergence.value() == Convergence.POST_COPY;
    }

    /** Capabilities that source and destination must have for it, whichever host that is; of contradicting wishes those of each. */
    Set<String> needs() {
        MigrationParameters alone = new MigrationParameters(
                policy.type(),
                null,
                null,
                "",
                disks.targets(),
                null,
                null,
                postCopy() ? Handover.FAST : handover.value(),
                convergence.value());
        Set<String> needs = new TreeSet<>(alone.needs());
        if (parallel()) {
            needs.add(Capability.MULTIFD);
        }
        if (compression.value() != MemoryCompression.NONE) {
            needs.add(Capability.COMPRESSION);
        }
        return needs;
    }
}
