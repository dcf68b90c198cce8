package org.droveway.agent.compatibility;

import static org.droveway.protocol.RefusalCode.PARAMETERS_CONTRADICT;
import static org.droveway.protocol.RefusalCode.QEMU_ABILITY_MISSING;
import static org.droveway.protocol.RefusalCode.VERSIONS_INCOMPATIBLE;

import java.util.List;

/** Several connections for memory, and compression, which depends on them. */
final class ParallelRules {
    private static final Version BROKEN_DESTINATION = new Version(9, 2, 0);
    private static final String ONE_CONNECTION = "migrate with one connection, or upgrade the older host";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "multifd at both ends",
                    QEMU_ABILITY_MISSING,
                    "each QEMU must know multifd; where it is not known what QEMU can, it is taken for less, not for more",
                    pair -> pair.wanted().parallel() && pair.either(side -> !side.hasCapability("multifd")),
                    pair -> pair.those(side -> !side.hasCapability("multifd"), Rules.noCapability("multifd")),
                    "QEMU with the migration capability multifd on both hosts",
                    ONE_CONNECTION),
            new Rule(
                    "multifd with libvirt 5.2",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt knows parallel connections since 5.2.0",
                    pair -> pair.wanted().parallel()
                            && pair.either(side -> !side.libvirt().atLeast(5, 2)),
                    pair -> pair.those(side -> !side.libvirt().atLeast(5, 2), Rules::libvirt),
                    "libvirt 5.2.0 or later on both hosts",
                    ONE_CONNECTION),
            new Rule(
                    "plain multifd to QEMU 8.0",
                    VERSIONS_INCOMPATIBLE,
                    "before 8.0 the destination takes whichever connection comes first for the main one, and fails if it was not",
                    pair -> pair.wanted().parallel()
                            && !pair.wanted().tls()
                            && !pair.destination().qemu().atLeast(8, 0),
                    pair -> "several connections without TLS to " + pair.destination() + " with QEMU "
                            + pair.destination().qemu(),
                    "TLS, or QEMU 8.0 on the destination",
                    "migrate with --type secure, or with one connection"),
            new Rule(
                    "multifd of old QEMU to 9.2.0",
                    VERSIONS_INCOMPATIBLE,
                    "9.2.0 cannot read the packets of a QEMU older than 9.0; mended in 9.2.1",
                    pair -> pair.wanted().parallel()
                            && !pair.source().qemu().atLeast(9, 0)
                            && pair.destination().qemu().equals(BROKEN_DESTINATION),
                    pair -> pair.both(Rules::qemu),
                    "QEMU 9.2.1 on the destination",
                    ONE_CONNECTION),
            new Rule(
                    "mt compression is gone in 9.1",
                    VERSIONS_INCOMPATIBLE,
                    "QEMU 9.1 removed the compression method mt",
                    pair -> compresses(pair, "mt")
                            && pair.either(side -> side.qemu().atLeast(9, 1)),
                    pair -> pair.those(side -> side.qemu().atLeast(9, 1), Rules::qemu),
                    "another method, or QEMU before 9.1 on both hosts",
                    "compress with zstd over several connections, or do not compress"),
            new Rule(
                    "zlib and zstd with multifd",
                    PARAMETERS_CONTRADICT,
                    "these methods compress parallel connections only",
                    pair -> !pair.wanted().parallel() && channelMethods(pair) > 0,
                    pair -> "compression " + pair.wanted().compression() + " over one connection",
                    "several connections",
                    "ask for parallel connections too"),
            new Rule(
                    "one method of multifd",
                    PARAMETERS_CONTRADICT,
                    "parallel connections take exactly one of zlib and zstd, and libvirt refuses any other method with them",
                    pair -> pair.wanted().parallel()
                            && !pair.wanted().compression().isEmpty()
                            && (channelMethods(pair) != 1
                                    || pair.wanted().compression().size() != 1),
                    pair -> "compression " + pair.wanted().compression() + " over several connections",
                    "either zlib or zstd",
                    "name one of them"),
            new Rule(
                    "zlib and zstd with libvirt 9.4",
                    VERSIONS_INCOMPATIBLE,
                    "libvirt knows these methods since 9.4.0",
                    pair -> channelMethods(pair) > 0
                            && pair.either(side -> !side.libvirt().atLeast(9, 4)),
                    pair -> pair.those(side -> !side.libvirt().atLeast(9, 4), Rules::libvirt),
                    "libvirt 9.4.0 or later on both hosts",
                    "do not compress, or upgrade the older host"),
            new Rule(
                    "zlib and zstd at both ends",
                    QEMU_ABILITY_MISSING,
                    "a QEMU may be built without them; where it is not known what QEMU can, it is taken for less",
                    pair -> pair.either(side -> lacksMethod(pair, side)),
                    pair -> pair.those(side -> lacksMethod(pair, side), side -> "has QEMU without it"),
                    "QEMU built with the method on both hosts",
                    "do not compress"),
            new Rule(
                    "xbzrle at both ends",
                    QEMU_ABILITY_MISSING,
                    "each QEMU must know xbzrle; where it is not known what QEMU can, it is taken for less",
                    pair -> compresses(pair, "xbzrle") && pair.either(side -> !side.hasCapability("xbzrle")),
                    pair -> pair.those(side -> !side.hasCapability("xbzrle"), Rules.noCapability("xbzrle")),
                    "QEMU with the migration capability xbzrle on both hosts",
                    "do not compress"));

    private ParallelRules() {}

    private static boolean compresses(Pair pair, String method) {
        return pair.wanted().compression().contains(method);
    }

    private static long channelMethods(Pair pair) {
        return pair.wanted().compression().stream()
                .filter(ParallelRules::isChannelMethod)
                .count();
    }

    private static boolean isChannelMethod(String method) {
        return method.equals("zlib") || method.equals("zstd");
    }

    private static boolean lacksMethod(Pair pair, Side side) {
        return pair.wanted().compression().stream()
                .anyMatch(method -> isChannelMethod(method) && !side.compressesWith(method));
    }
}
