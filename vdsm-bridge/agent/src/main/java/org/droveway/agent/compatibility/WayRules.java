package org.droveway.agent.compatibility;

import static org.droveway.protocol.RefusalCode.PARAMETERS_CONTRADICT;
import static org.droveway.protocol.RefusalCode.QEMU_ABILITY_MISSING;
import static org.droveway.protocol.RefusalCode.VERSIONS_INCOMPATIBLE;

import java.util.List;

/** How memory and disks travel. Some of these no call of ours breaks; they are what keeps it so. */
final class WayRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "never disks_port",
                    PARAMETERS_CONTRADICT,
                    "libvirt up to 10.0 never frees a disks_port: the second migration fails",
                    pair -> pair.wanted().disksPort(),
                    pair -> "the call names a disks_port",
                    "a disks_uri",
                    "report it: Droveway built this call"),
            new Rule(
                    "disks_uri with libvirt 6.8",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt knows disks_uri since 6.8.0",
                    pair -> !pair.wanted().disksScheme().isEmpty()
                            && pair.either(side -> !side.libvirt().atLeast(6, 8)),
                    pair -> pair.those(side -> !side.libvirt().atLeast(6, 8), Rules::libvirt),
                    "libvirt 6.8.0 or later on both hosts",
                    "move the disks to shared storage, or upgrade the older host"),
            new Rule(
                    "TLS names the destination",
                    PARAMETERS_CONTRADICT,
                    "without tls.destination libvirt before 10.3 checks an empty name, which no certificate has",
                    pair -> pair.wanted().tls() && !pair.wanted().tlsName(),
                    pair -> "TLS without tls.destination",
                    "the name in the destination's certificate",
                    "report it: Droveway built this call"),
            new Rule(
                    "tls.destination with libvirt 6.0",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt knows tls.destination since 6.0.0",
                    pair -> pair.wanted().tls()
                            && pair.either(side -> !side.libvirt().atLeast(6, 0)),
                    pair -> pair.those(side -> !side.libvirt().atLeast(6, 0), Rules::libvirt),
                    "libvirt 6.0.0 or later on both hosts",
                    "upgrade the older host"),
            new Rule(
                    "TLS at both ends",
                    QEMU_ABILITY_MISSING,
                    "QEMU must take TLS credentials for its migration. Unknown is let through: every QEMU since 2.7 does, and"
                            + " libvirt asks before it starts anything",
                    pair -> pair.wanted().tls() && pair.either(side -> side.lacksParameter("tls-creds")),
                    pair -> pair.those(side -> side.lacksParameter("tls-creds"), side -> "has QEMU without TLS"),
                    "QEMU with TLS on both hosts",
                    "install a QEMU that was built with GnuTLS"),
            new Rule(
                    "no TLS over unix sockets for disks",
                    PARAMETERS_CONTRADICT,
                    "libvirt has no TLS for disks over a unix socket",
                    pair -> pair.wanted().tls() && pair.wanted().disksScheme().equals("unix"),
                    pair -> "TLS and a unix socket for disks",
                    "TCP for disks",
                    "report it: Droveway built this call"),
            new Rule(
                    "no multifd over rdma",
                    PARAMETERS_CONTRADICT,
                    "QEMU has no parallel connections over rdma",
                    pair -> rdma(pair) && pair.wanted().parallel(),
                    pair -> "several connections over rdma",
                    "tcp",
                    "report it: Droveway built this call"),
            new Rule(
                    "no TLS over rdma",
                    PARAMETERS_CONTRADICT,
                    "QEMU's TLS does not cover what goes over rdma: it would only seem secure",
                    pair -> rdma(pair) && pair.wanted().tls(),
                    pair -> "TLS over rdma",
                    "tcp",
                    "report it: Droveway built this call"),
            new Rule(
                    "zero-copy alone with multifd",
                    PARAMETERS_CONTRADICT,
                    "zero-copy sends pages from where they lie: over parallel tcp connections, neither encrypted nor compressed",
                    pair -> pair.wanted().zeroCopy()
                            && (!pair.wanted().parallel()
                                    || pair.wanted().tls()
                                    || !pair.wanted().compression().isEmpty()
                                    || !pair.wanted().memoryScheme().equals("tcp")),
                    pair -> "zero-copy with TLS, compression, one connection or another transport than tcp",
                    "parallel tcp connections without TLS and compression",
                    "migrate without zero-copy"),
            new Rule(
                    "zero-copy with libvirt 8.5",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt knows zero-copy since 8.5.0",
                    pair -> pair.wanted().zeroCopy()
                            && pair.either(side -> !side.libvirt().atLeast(8, 5)),
                    pair -> pair.those(side -> !side.libvirt().atLeast(8, 5), Rules::libvirt),
                    "libvirt 8.5.0 or later on both hosts",
                    "migrate without zero-copy"),
            new Rule(
                    "zero-copy of the source",
                    QEMU_ABILITY_MISSING,
                    "the sending QEMU must know zero-copy-send (7.1); where it is not known what it can, it is taken for less",
                    pair -> pair.wanted().zeroCopy() && !pair.source().hasCapability("zero-copy-send"),
                    pair -> pair.source() + " "
                            + Rules.noCapability("zero-copy-send").apply(pair.source()),
                    "QEMU with the migration capability zero-copy-send on the source",
                    "migrate without zero-copy"),
            new Rule(
                    "auto-converge of the source",
                    QEMU_ABILITY_MISSING,
                    "the sending QEMU must know how to slow the guest; where it is not known what it can, it is taken for less",
                    pair -> pair.wanted().autoConverge() && !pair.source().hasCapability("auto-converge"),
                    pair -> pair.source() + " "
                            + Rules.noCapability("auto-converge").apply(pair.source()),
                    "QEMU with the migration capability auto-converge on the source",
                    "migrate without throttling the guest"));

    private WayRules() {}

    private static boolean rdma(Pair pair) {
        return pair.wanted().memoryScheme().equals("rdma");
    }
}
