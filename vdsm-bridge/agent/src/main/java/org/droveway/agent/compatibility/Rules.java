package org.droveway.agent.compatibility;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.droveway.protocol.Refusal;

/** Every rule about pairs of hosts. */
public final class Rules {
    /** In the order in which they are told. */
    public static final List<Rule> ALL = Stream.of(HostRules.ALL, WayRules.ALL, ParallelRules.ALL, PostCopyRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    /** Every rule that the pair breaks. */
    public static List<Refusal> refusals(Pair pair) {
        return ALL.stream()
                .filter(rule -> rule.broken().test(pair))
                .map(rule -> rule.refusal(pair))
                .toList();
    }

    static String libvirt(Side side) {
        return "has libvirt " + side.libvirt();
    }

    static String qemu(Side side) {
        return "has QEMU " + side.qemu();
    }

    /** Says whether the capability is missing or only not known. */
    static Function<Side, String> noCapability(String name) {
        return side -> side.told(org.droveway.protocol.peer.HostAbilities::qemu) == null
                ? "does not say what its QEMU can"
                : "has QEMU " + side.qemu() + " without " + name;
    }
}
