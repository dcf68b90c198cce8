package org.droveway.agent.compatibility;

import static org.droveway.protocol.RefusalCode.PARAMETERS_CONTRADICT;
import static org.droveway.protocol.RefusalCode.QEMU_ABILITY_MISSING;
import static org.droveway.protocol.RefusalCode.USERFAULTFD_MISSING;
import static org.droveway.protocol.RefusalCode.VERSIONS_INCOMPATIBLE;

import java.util.List;
import org.droveway.protocol.peer.HostAbilities;

/** Memory that follows the guest; what goes wrong after the switch costs the VM. */
final class PostCopyRules {
    private static final String PRE_COPY = "migrate without post-copy";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "post-copy at both ends",
                    QEMU_ABILITY_MISSING,
                    "each QEMU must know postcopy-ram; where it is not known what QEMU can, it is taken for less",
                    pair -> pair.wanted().postCopy() && pair.either(side -> !side.hasCapability("postcopy-ram")),
                    pair -> pair.those(side -> !side.hasCapability("postcopy-ram"), Rules.noCapability("postcopy-ram")),
                    "QEMU with the migration capability postcopy-ram on both hosts",
                    PRE_COPY),
            new Rule(
                    "multifd and post-copy with QEMU 10.1",
                    VERSIONS_INCOMPATIBLE,
                    "10.0 refuses the two together, 7.2 to 9.x do not and fall back to nobody knows what",
                    pair -> pair.wanted().postCopy()
                            && pair.wanted().parallel()
                            && pair.either(side -> !side.qemu().atLeast(10, 1)),
                    pair -> pair.those(side -> !side.qemu().atLeast(10, 1), Rules::qemu),
                    "QEMU 10.1 or later on both hosts, or only one of the two",
                    "migrate with one connection, or without post-copy"),
            new Rule(
                    "userfaultfd at both ends",
                    USERFAULTFD_MISSING,
                    "the destination's QEMU fetches pages as the guest touches them; the source asks for it too before it starts."
                            + " A host that does not say is taken for one without",
                    pair -> pair.wanted().postCopy() && pair.either(PostCopyRules::lacksUserfaultfd),
                    pair -> pair.those(PostCopyRules::lacksUserfaultfd, side -> "lets QEMU handle no page faults"),
                    "userfaultfd for QEMU on both hosts",
                    "set vm.unprivileged_userfaultfd = 1 there, or migrate without post-copy"),
            new Rule(
                    "post-copy of shared memory only",
                    PARAMETERS_CONTRADICT,
                    "userfaultfd handles anonymous memory, shared memory and hugepages, not files",
                    pair -> pair.wanted().postCopy() && !pair.sharedMemoryOnly(),
                    pair -> "the VM's memory lies in a file",
                    "memory that is anonymous, shared or of hugepages",
                    PRE_COPY),
            new Rule(
                    "post-copy is live",
                    PARAMETERS_CONTRADICT,
                    "libvirt refuses post-copy with a destination that starts paused, as strict handover wants it",
                    pair -> pair.wanted().postCopy() && pair.wanted().startsPaused(),
                    pair -> "post-copy with a destination that starts paused",
                    "one of the two",
                    PRE_COPY),
            new Rule(
                    "post-copy can be resumed",
                    VERSIONS_INCOMPATIBLE,
                    "a post-copy that loses its way is over unless libvirt can take it up again, which it can since 8.5.0",
                    pair -> pair.wanted().postCopy()
                            && (!pair.wanted().resumable()
                                    || pair.either(side -> !side.libvirt().atLeast(8, 5))),
                    pair -> pair.both(Rules::libvirt),
                    "libvirt 8.5.0 or later on both hosts, and a call that is peer-to-peer or protects the domain",
                    PRE_COPY),
            new Rule(
                    "post-copy resume does not crash",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt 11.2 and 11.3 crash when a post-copy is resumed; mended in 11.4",
                    pair -> pair.wanted().postCopy() && pair.either(PostCopyRules::crashes),
                    pair -> pair.those(PostCopyRules::crashes, Rules::libvirt),
                    "libvirt 11.4 or later, or one before 11.2",
                    "upgrade libvirt, or migrate without post-copy"));

    private PostCopyRules() {}

    private static boolean lacksUserfaultfd(Side side) {
        return !Boolean.TRUE.equals(side.told(HostAbilities::userfaultfd));
    }

    private static boolean crashes(Side side) {
        return side.libvirt().isRelease(11, 2) || side.libvirt().isRelease(11, 3);
    }
}
