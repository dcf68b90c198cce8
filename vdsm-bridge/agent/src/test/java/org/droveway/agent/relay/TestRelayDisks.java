package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.droveway.protocol.Compression;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the relay lets through of disks, parallel connections and compression: what was agreed, and only that. */
class TestRelayDisks {
    private static final int NON_SHARED_DISK = 1 << 6;
    private static final int COMPRESSED = 1 << 11;
    private static final int PARALLEL = 1 << 17;
    private static final String SIZES = "<qemu-migration><name>vm1</name><uuid>" + Prepared.ID
            + "</uuid><nbd><disk target='vda' capacity='%s'/></nbd></qemu-migration>";

    private static MigrationParameters agreed(
            @Nullable List<String> disks, @Nullable Integer connections, @Nullable Compression compression) {
        return new MigrationParameters(
                Security.INSECURE, null, null, null, disks, connections, compression, null, null);
    }

    private static final RelayContract DISKS = Prepared.contract(agreed(List.of("vda", "vdc"), 4, null), 61001);

    /** As libvirt 9.0 hands it over. */
    private static Prepared prepared() {
        return new Prepared()
                .with("migrate_disks", List.of("vda", "vdc"))
                .with("disks_uri", "tcp://10.62.0.12:61001")
                .with("parallel.connections", 4)
                .flags(Prepared.FLAGS | NON_SHARED_DISK | PARALLEL)
                .cookie(SIZES.formatted(32 << 20));
    }

    private static void pass(RelayContract contract, Prepared prepared) throws RelayViolation {
        byte[] message = Xdr.call(303, 1, prepared.prepare());
        for (RpcFrame frame : new RpcFramer(RelayPolicy::callLimit).feed(message, message.length)) {
            new RelayPolicy(contract).checkCall(frame);
        }
    }

    @Test
    void whatWasAgreedPasses() {
        assertThatCode(() -> pass(DISKS, prepared())).doesNotThrowAnyException();
    }

    record Wrong(String why, UnaryOperator<Prepared> change) {
        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("another port", p -> p.with("disks_uri", "tcp://10.62.0.12:61002")),
                new Wrong("another address", p -> p.with("disks_uri", "tcp://10.61.0.12:61001")),
                new Wrong("a socket", p -> p.with("disks_uri", "unix:///run/other.sock")),
                new Wrong("no port of its own", p -> p.without("disks_uri")),
                new Wrong("libvirt's own port", p -> p.with("disks_port", 61001)),
                new Wrong("one more disk", p -> p.with("migrate_disks", List.of("vda", "vdc", "vdb"))),
                new Wrong("one disk less", p -> p.with("migrate_disks", "vda")),
                new Wrong("another disk", p -> p.with("migrate_disks", List.of("vda", "vdb"))),
                new Wrong("all disks", p -> p.without("migrate_disks")),
                new Wrong("more connections", p -> p.with("parallel.connections", 5)),
                new Wrong("QEMU's number of connections", p -> p.without("parallel.connections")),
                new Wrong("compression", p -> p.with("compression", "xbzrle")),
                new Wrong("another size", p -> p.cookie(SIZES.formatted(64 << 20))),
                new Wrong("a size that is no number", p -> p.cookie(SIZES.formatted("much"))),
                new Wrong("shared disks", p -> p.flags(Prepared.FLAGS | PARALLEL)),
                new Wrong("one connection", p -> p.flags(Prepared.FLAGS | NON_SHARED_DISK)),
                new Wrong("increments", p -> p.flags(Prepared.FLAGS | NON_SHARED_DISK | PARALLEL | 1 << 7)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void nothingElsePasses(Wrong wrong) {
        assertThatThrownBy(() -> pass(DISKS, wrong.change().apply(prepared()))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void disksThatWereNotAgreedAreRefused() {
        assertThatThrownBy(() -> pass(Prepared.contract(false), prepared()))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("not one that was agreed");
    }

    @Test
    void compressionThatWasAgreedPasses() {
        RelayContract contract = Prepared.contract(agreed(null, null, Compression.XBZRLE), null);
        Prepared prepared = new Prepared().with("compression", "xbzrle").flags(Prepared.FLAGS | COMPRESSED);
        assertThatCode(() -> pass(contract, prepared)).doesNotThrowAnyException();
    }

    @Test
    void anotherCompressionIsRefused() {
        RelayContract contract = Prepared.contract(agreed(null, null, Compression.XBZRLE), null);
        Prepared prepared = new Prepared().with("compression", "mt").flags(Prepared.FLAGS | COMPRESSED);
        assertThatThrownBy(() -> pass(contract, prepared)).isInstanceOf(RelayViolation.class);
    }
}
