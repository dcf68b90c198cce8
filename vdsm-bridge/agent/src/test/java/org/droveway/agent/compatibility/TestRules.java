package org.droveway.agent.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.droveway.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Section by section: what breaks each rule, and what comes close and does not. */
class TestRules {
    /** One row: a pair that breaks the rule, or one that keeps it. */
    record Row(String rule, boolean breaks, Consumer<PairSample> change) {
        @Override
        public String toString() {
            return rule + (breaks ? ": broken" : ": kept");
        }
    }

    private static Row broken(String rule, Consumer<PairSample> change) {
        return new Row(rule, true, change);
    }

    private static Row kept(String rule, Consumer<PairSample> change) {
        return new Row(rule, false, change);
    }

    private static Consumer<PairSample> parallel(Consumer<PairSample> change) {
        return pair -> {
            pair.flags.add("PARALLEL");
            change.accept(pair);
        };
    }

    private static Consumer<PairSample> postCopy(Consumer<PairSample> change) {
        return pair -> {
            pair.flags.add("POSTCOPY");
            change.accept(pair);
        };
    }

    private static Consumer<PairSample> zeroCopy(Consumer<PairSample> change) {
        return parallel(pair -> {
            pair.flags.add("ZEROCOPY");
            change.accept(pair);
        });
    }

    private static Consumer<PairSample> compressed(String method, Consumer<PairSample> change) {
        return pair -> {
            pair.flags.add("COMPRESSED");
            pair.set("compression", method);
            change.accept(pair);
        };
    }

    private static void nothing(PairSample pair) {
        // The pair as it is.
    }

    static Stream<Row> hosts() {
        return Stream.of(
                broken("host UUIDs differ", p -> p.destination.uuid = p.source.uuid),
                kept("host UUIDs differ", p -> p.destination.uuid = null),
                kept("host UUIDs differ", p -> p.source.uuid = p.destination.uuid = null),
                broken("lock drivers equal", p -> p.destination.lock = "nop"),
                kept("lock drivers equal", p -> p.destination.lock = null),
                broken("TLS where it is demanded", p -> p.source.tlsOnly = true),
                broken("TLS where it is demanded", p -> p.destination.tlsOnly = true),
                kept("TLS where it is demanded", p -> p.destination.tlsOnly = null),
                kept("TLS where it is demanded", p -> {
                    p.destination.tlsOnly = true;
                    p.secure();
                }),
                broken("clocks agree", p -> p.destination.at = PairSample.NOW.plus(Duration.ofSeconds(61))),
                broken("clocks agree", p -> p.destination.at = PairSample.NOW.minus(Duration.ofSeconds(61))),
                kept("clocks agree", p -> p.destination.at = PairSample.NOW.plus(Duration.ofSeconds(60))));
    }

    static Stream<Row> ways() {
        return Stream.of(
                broken("never disks_port", p -> p.set("disks_port", 61_001L)),
                kept("never disks_port", p -> p.set("disks_uri", "tcp://10.62.0.12:61001")),
                broken("disks_uri with libvirt 6.8", p -> {
                    p.set("disks_uri", "tcp://10.62.0.12:61001");
                    p.source.libvirt = "6.7.0";
                }),
                kept("disks_uri with libvirt 6.8", p -> p.source.libvirt = "6.7.0"),
                broken("TLS names the destination", p -> p.flags.add("TLS")),
                kept("TLS names the destination", PairSample::secure),
                broken("tls.destination with libvirt 6.0", p -> {
                    p.secure();
                    p.destination.libvirt = "5.10.0";
                }),
                kept("tls.destination with libvirt 6.0", p -> p.destination.libvirt = "5.10.0"),
                broken("TLS at both ends", p -> {
                    p.secure();
                    p.source.parameters.clear();
                }),
                kept("TLS at both ends", p -> {
                    p.secure();
                    p.source.qemuTells = false;
                }),
                broken("no TLS over unix sockets for disks", p -> {
                    p.secure();
                    p.set("disks_uri", "unix:///run/disks.sock");
                }),
                kept("no TLS over unix sockets for disks", p -> p.set("disks_uri", "unix:///run/disks.sock")),
                broken("no multifd over rdma", parallel(p -> p.set("migrate_uri", "rdma://10.62.0.12:1"))),
                kept("no multifd over rdma", p -> p.set("migrate_uri", "rdma://10.62.0.12:1")),
                broken("no TLS over rdma", p -> {
                    p.secure();
                    p.set("migrate_uri", "rdma://10.62.0.12:1");
                }),
                kept("no TLS over rdma", p -> p.set("migrate_uri", "rdma://10.62.0.12:1")),
                broken("auto-converge of the source", p -> {
                    p.flags.add("AUTO_CONVERGE");
                    p.source.capabilities.remove("auto-converge");
                }),
                kept("auto-converge of the source", p -> {
                    p.flags.add("AUTO_CONVERGE");
                    p.destination.capabilities.remove("auto-converge");
                }));
    }

    static Stream<Row> zeroCopies() {
        return Stream.of(
                broken("zero-copy alone with multifd", zeroCopy(p -> p.flags.remove("PARALLEL"))),
                broken("zero-copy alone with multifd", zeroCopy(PairSample::secure)),
                broken("zero-copy alone with multifd", zeroCopy(compressed("zstd", TestRules::nothing))),
                broken("zero-copy alone with multifd", zeroCopy(p -> p.set("migrate_uri", "unix:///run/memory.sock"))),
                kept("zero-copy alone with multifd", zeroCopy(TestRules::nothing)),
                broken("zero-copy with libvirt 8.5", zeroCopy(p -> p.destination.libvirt = "8.4.0")),
                kept("zero-copy with libvirt 8.5", zeroCopy(p -> p.destination.libvirt = "8.5.0")),
                broken("zero-copy of the source", zeroCopy(p -> p.source.capabilities.remove("zero-copy-send"))),
                broken("zero-copy of the source", zeroCopy(p -> p.source.tells = false)),
                kept("zero-copy of the source", zeroCopy(p -> p.destination.capabilities.remove("zero-copy-send"))));
    }

    static Stream<Row> parallels() {
        return Stream.of(
                broken("multifd at both ends", parallel(p -> p.destination.capabilities.remove("multifd"))),
                broken("multifd at both ends", parallel(p -> p.source.qemuTells = false)),
                broken("multifd at both ends", parallel(p -> p.destination.tells = false)),
                kept("multifd at both ends", parallel(TestRules::nothing)),
                broken("multifd with libvirt 5.2", parallel(p -> p.source.libvirt = "5.1.0")),
                kept("multifd with libvirt 5.2", p -> p.source.libvirt = "5.1.0"),
                broken("plain multifd to QEMU 8.0", parallel(p -> p.destination.qemu = "7.2.22")),
                kept("plain multifd to QEMU 8.0", parallel(p -> p.source.qemu = "7.2.22")),
                kept("plain multifd to QEMU 8.0", parallel(p -> {
                    p.destination.qemu = "7.2.22";
                    p.secure();
                })),
                broken("multifd of old QEMU to 9.2.0", parallel(p -> {
                    p.source.qemu = "8.2.10";
                    p.destination.qemu = "9.2.0";
                })),
                kept("multifd of old QEMU to 9.2.0", parallel(p -> {
                    p.source.qemu = "8.2.10";
                    p.destination.qemu = "9.2.1";
                })),
                kept("multifd of old QEMU to 9.2.0", parallel(p -> {
                    p.source.qemu = "9.0.0";
                    p.destination.qemu = "9.2.0";
                })));
    }

    static Stream<Row> compressions() {
        return Stream.of(
                broken("mt compression is gone in 9.1", compressed("mt", p -> p.source.qemu = "9.0.0")),
                kept("mt compression is gone in 9.1", compressed("mt", p -> {
                    p.source.qemu = "9.0.0";
                    p.destination.qemu = "9.0.0";
                })),
                broken("zlib and zstd with multifd", compressed("zstd", TestRules::nothing)),
                kept("zlib and zstd with multifd", parallel(compressed("zstd", TestRules::nothing))),
                broken("one method of multifd", parallel(compressed("xbzrle", TestRules::nothing))),
                broken("one method of multifd", parallel(compressed("zlib", p -> p.add("compression", "zstd")))),
                kept("one method of multifd", parallel(compressed("zlib", TestRules::nothing))),
                broken(
                        "zlib and zstd with libvirt 9.4",
                        parallel(compressed("zlib", p -> p.destination.libvirt = "9.3.0"))),
                kept("zlib and zstd with libvirt 9.4", parallel(p -> p.destination.libvirt = "9.3.0")),
                broken(
                        "zlib and zstd at both ends",
                        parallel(compressed("zstd", p -> p.destination.compressions.remove("zstd")))),
                kept(
                        "zlib and zstd at both ends",
                        parallel(compressed("zlib", p -> p.destination.compressions.remove("zstd")))),
                broken("xbzrle at both ends", p -> {
                    p.flags.add("COMPRESSED");
                    p.destination.capabilities.remove("xbzrle");
                }),
                kept("xbzrle at both ends", compressed("xbzrle", TestRules::nothing)));
    }

    static Stream<Row> postCopies() {
        return Stream.of(
                broken("post-copy at both ends", postCopy(p -> p.destination.capabilities.remove("postcopy-ram"))),
                broken("post-copy at both ends", postCopy(p -> p.destination.tells = false)),
                kept("post-copy at both ends", postCopy(TestRules::nothing)),
                broken("multifd and post-copy with QEMU 10.1", parallel(postCopy(p -> p.destination.qemu = "10.0.13"))),
                kept("multifd and post-copy with QEMU 10.1", parallel(postCopy(TestRules::nothing))),
                kept("multifd and post-copy with QEMU 10.1", postCopy(p -> p.destination.qemu = "10.0.13")),
                broken("userfaultfd at both ends", postCopy(p -> p.source.userfaultfd = false)),
                broken("userfaultfd at both ends", postCopy(p -> p.destination.userfaultfd = null)),
                kept("userfaultfd at both ends", p -> p.destination.userfaultfd = false),
                broken("post-copy of shared memory only", postCopy(p -> p.sharedMemoryOnly = false)),
                kept("post-copy of shared memory only", p -> p.sharedMemoryOnly = false),
                broken("post-copy is live", postCopy(p -> p.flags.add("PAUSED"))),
                kept("post-copy is live", p -> p.flags.add("PAUSED")),
                broken("post-copy can be resumed", postCopy(p -> p.source.libvirt = "8.4.0")),
                broken("post-copy can be resumed", postCopy(p -> p.flags.remove("PEER2PEER"))),
                kept("post-copy can be resumed", postCopy(p -> p.source.libvirt = "8.5.0")),
                broken("post-copy resume does not crash", postCopy(p -> p.source.libvirt = "11.3.0")),
                kept("post-copy resume does not crash", postCopy(p -> p.source.libvirt = "11.4.0")));
    }

    static List<Row> rows() {
        return Stream.of(hosts(), ways(), zeroCopies(), parallels(), compressions(), postCopies())
                .flatMap(rows -> rows)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAsTheTableSays(Row row) {
        PairSample sample = new PairSample();
        row.change().accept(sample);
        Rule rule = Rules.ALL.stream()
                .filter(one -> one.name().equals(row.rule()))
                .findFirst()
                .orElseThrow();
        List<Refusal> refusals = Rules.refusals(sample.pair());
        assertThat(rule.broken().test(sample.pair())).isEqualTo(row.breaks());
        if (row.breaks()) {
            assertThat(refusals)
                    .anySatisfy(refusal -> assertThat(refusal.found()).endsWith("(" + rule.reason() + ")"))
                    .allSatisfy(refusal -> assertThat(refusal.object()).isEqualTo("hosts h1 and h2"));
        }
    }

    @Test
    void everyRuleIsTriedBothWays() {
        for (boolean breaks : new boolean[] {true, false}) {
            Set<String> tried = rows().stream()
                    .filter(row -> row.breaks() == breaks)
                    .map(Row::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tried)
                    .isEqualTo(Rules.ALL.stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aPairThatCanEverythingBreaksNothing() {
        PairSample sample = new PairSample();
        sample.secure();
        sample.flags.addAll(Set.of("PARALLEL", "POSTCOPY", "AUTO_CONVERGE", "COMPRESSED"));
        sample.set("compression", "zstd");
        sample.set("disks_uri", "tcp://[fd00::12]:61001");
        assertThat(Rules.refusals(sample.pair())).isEmpty();
    }

    @Test
    void aPlainMigrationToAnOlderAgentBreaksNothing() {
        PairSample sample = new PairSample();
        sample.secure();
        sample.flags.add("PAUSED");
        sample.destination.tells = false;
        assertThat(Rules.refusals(sample.pair())).isEmpty();
    }
}
