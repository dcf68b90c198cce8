package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestRelayPolicy {
    private final RelayPolicy policy = new RelayPolicy(Prepared.contract(false));

    private static void call(RelayPolicy policy, byte[] message) throws RelayViolation {
        for (RpcFrame frame : new RpcFramer(RelayPolicy::callLimit).feed(message, message.length)) {
            policy.checkCall(frame);
        }
    }

    private static void reply(RelayPolicy policy, byte[] message) throws RelayViolation {
        for (RpcFrame frame : new RpcFramer(RelayPolicy::replyLimit).feed(message, message.length)) {
            policy.checkReply(frame);
        }
    }

    private static byte[] open(String uri, int flags) {
        return new Xdr().word(1).string(uri).word(flags).bytes();
    }

    @Test
    void everythingThatLibvirtSendsPasses() throws Exception {
        call(policy, Xdr.call(66, 1, new byte[0]));
        reply(policy, Xdr.reply(66, 1, new Xdr().word(1).word(0).bytes()));
        call(policy, Xdr.call(1, 2, open("qemu:///system", 0)));
        reply(policy, Xdr.reply(1, 2, new byte[0]));
        call(policy, Xdr.call(60, 3, new Xdr().word(4).bytes()));
        reply(policy, Xdr.reply(60, 3, new Xdr().word(1).bytes()));
        call(policy, Xdr.call(360, 4, new byte[0]));
        reply(policy, Xdr.reply(360, 4, new byte[0]));
        call(policy, Xdr.keepalive(1));
        reply(policy, Xdr.keepalive(2));
        call(policy, Xdr.call(303, 5, new Prepared().prepare()));
        reply(policy, Xdr.reply(303, 5, new byte[3000]));
        call(policy, Xdr.call(306, 6, Prepared.forFinish().finish(0)));
        reply(policy, Xdr.reply(306, 6, new byte[4000]));
        reply(policy, Xdr.message(RpcHeader.PROGRAM_REMOTE, 362, RpcHeader.TYPE_MESSAGE, 0, 0, new byte[4]));
        call(policy, Xdr.call(361, 7, new byte[0]));
        call(policy, Xdr.call(2, 8, new byte[0]));
    }

    static IntStream otherProcedures() {
        return IntStream.concat(
                IntStream.rangeClosed(0, 450)
                        .filter(number ->
                                !List.of(1, 2, 60, 66, 303, 306, 360, 361).contains(number)),
                IntStream.of(-1, Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("otherProcedures")
    void anyOtherProcedureIsRefusedByNumber(int procedure) {
        assertThatThrownBy(() -> call(policy, Xdr.call(procedure, 1, new byte[0])))
                .isInstanceOfSatisfying(
                        RelayViolation.class, e -> assertThat(e.procedure()).isEqualTo(procedure));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20008087, 0x20008088, 0, 1, -1})
    void anyOtherProgramIsRefused(int program) {
        assertThatThrownBy(() -> call(policy, Xdr.message(program, 1, 0, 1, 0, new byte[0])))
                .isInstanceOf(RelayViolation.class);
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] message = Xdr.call(66, 1, new byte[0]);
        message[11] = 2;
        assertThatThrownBy(() -> call(policy, message)).isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0", "4, 0", "5, 0", "6, 0", "0, 1", "0, 2"})
    void theSourceOnlyCalls(int type, int status) {
        byte[] message = Xdr.message(RpcHeader.PROGRAM_REMOTE, 66, type, 1, status, new byte[0]);
        assertThatThrownBy(() -> call(policy, message)).isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 6})
    void theDestinationOnlyReplies(int type) {
        byte[] message = Xdr.message(RpcHeader.PROGRAM_REMOTE, 66, type, 1, 0, new byte[0]);
        assertThatThrownBy(() -> reply(policy, message)).isInstanceOf(RelayViolation.class);
    }

    @Test
    void aReplyNobodyCalledForIsRefused() {
        assertThatThrownBy(() -> reply(policy, Xdr.reply(66, 1, new byte[0]))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void aReplyToAnotherProcedureIsRefused() throws Exception {
        call(policy, Xdr.call(66, 1, new byte[0]));
        assertThatThrownBy(() -> reply(policy, Xdr.reply(60, 1, new byte[0]))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void oneSerialIsCalledOnce() throws Exception {
        call(policy, Xdr.call(66, 1, new byte[0]));
        assertThatThrownBy(() -> call(policy, Xdr.call(66, 1, new byte[0]))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void callsWithoutRepliesDoNotPileUp() throws Exception {
        for (int serial = 1; serial <= 16; serial++) {
            call(policy, Xdr.call(66, serial, new byte[0]));
        }
        assertThatThrownBy(() -> call(policy, Xdr.call(66, 17, new byte[0]))).isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"qemu:///session, 0", "qemu:///system, 1", "lxc:///system, 0", "'', 0", "qemu://other/system, 0"})
    void onlyTheHostsOwnHypervisorIsOpened(String uri, int flags) {
        assertThatThrownBy(() -> call(policy, Xdr.call(1, 1, open(uri, flags)))).isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 66, 360, 361})
    void smallCallsStaySmall(int procedure) {
        assertThatThrownBy(() -> call(policy, Xdr.call(procedure, 1, new byte[4096])))
                .isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 66, 360, 361})
    void callsWithoutArgumentsHaveNone(int procedure) {
        assertThatThrownBy(() -> call(policy, Xdr.call(procedure, 1, new byte[4])))
                .isInstanceOf(RelayViolation.class);
    }

    @Test
    void aKeepaliveWithABodyIsRefused() {
        byte[] message = Xdr.message(RpcHeader.PROGRAM_KEEPALIVE, 1, RpcHeader.TYPE_MESSAGE, 0, 0, new byte[4]);
        assertThatThrownBy(() -> call(policy, message)).isInstanceOf(RelayViolation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 99})
    void aKeepaliveThatIsNeitherPingNorPongIsRefused(int procedure) {
        assertThatThrownBy(() -> call(policy, Xdr.keepalive(procedure))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void finishWithoutPrepareIsRefused() {
        assertThatThrownBy(
                        () -> call(policy, Xdr.call(306, 1, Prepared.forFinish().finish(0))))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("without Prepare");
    }

    @Test
    void aSecondPrepareIsRefused() throws Exception {
        call(policy, Xdr.call(303, 1, new Prepared().prepare()));
        assertThatThrownBy(() -> call(policy, Xdr.call(303, 2, new Prepared().prepare())))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("second Prepare");
    }

    private static Arguments change(String name, Consumer<Prepared> change) {
        return Arguments.of(name, change);
    }

    private static Arguments device(String name, String device) {
        return change(name, p -> p.with("destination_xml", xml().replace("</devices>", device + "</devices>")));
    }

    static Stream<Arguments> otherMigrations() {
        String other = "d70e3a1b-0000-4000-8000-000000000002";
        return Stream.of(
                change("another VM's name", p -> p.with("destination_xml", Prepared.domain("vm2", Prepared.ID, ""))),
                change("another VM's id", p -> p.with("destination_xml", Prepared.domain("vm1", other, ""))),
                change("no XML", p -> p.without("destination_xml")),
                change("XML that is a number", p -> p.with("destination_xml", 5L)),
                change("broken XML", p -> p.with("destination_xml", "<domain>")),
                change(
                        "another emulator",
                        p -> p.with("destination_xml", xml().replace("/usr/bin/qemu-system-x86_64", "/bin/sh"))),
                change(
                        "another machine type",
                        p -> p.with("destination_xml", xml().replace("pc-i440fx-7.2", "pc-q35-7.2"))),
                change("another disk", p -> p.with("destination_xml", xml().replace("/dev/shared/vm1", "/etc/shadow"))),
                device(
                        "a host's device",
                        "<hostdev mode='subsystem' type='pci'><source><address bus='1'/></source></hostdev>"),
                device("a host's folder", "<filesystem type='mount'><source dir='/'/><target dir='x'/></filesystem>"),
                device("a host's file", "<serial type='file'><source path='/etc/cron.d/x'/></serial>"),
                device(
                        "a host's network",
                        "<interface type='direct'><source dev='mgmt0' mode='passthrough'/></interface>"),
                device(
                        "a host's random source",
                        "<rng model='virtio'><backend model='random'>/dev/mem</backend></rng>"),
                change(
                        "another kernel",
                        p -> p.with("destination_xml", xml().replace("</os>", "<kernel>/etc/shadow</kernel></os>"))),
                change(
                        "other labels",
                        p -> p.with(
                                "destination_xml",
                                Prepared.domain("vm1", Prepared.ID, "<seclabel type='none' model='dac'/>"))),
                change("another type", p -> p.with("destination_xml", xml().replace("type='qemu'", "type='kvm'"))),
                change(
                        "arguments for QEMU",
                        p -> p.with(
                                "destination_xml",
                                Prepared.domain(
                                        "vm1",
                                        Prepared.ID,
                                        "<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'/>"))),
                change("another port", p -> p.with("migrate_uri", "tcp://10.62.0.12:61001")),
                change("another address", p -> p.with("migrate_uri", "tcp://10.61.0.12:61000")),
                change("another transport", p -> p.with("migrate_uri", "rdma://10.62.0.12:61000")),
                change("no URI", p -> p.without("migrate_uri")),
                change("any listen address", p -> p.with("listen_address", "0.0.0.0")),
                change("no listen address", p -> p.without("listen_address")),
                change("another name", p -> p.with("destination_name", "vm2")),
                change("a port for disks", p -> p.with("disks_port", 61001L)),
                change("an address for disks", p -> p.with("disks_uri", "tcp://10.62.0.12:61001")),
                change("graphics", p -> p.with("graphics_uri", "spice://x")),
                change("a definition to keep", p -> p.with("persistent_xml", xml())),
                change("TLS though insecure was agreed", p -> p.flags(Prepared.FLAGS | Prepared.TLS)),
                change("not paused", p -> p.flags(Prepared.FLAGS & ~32)),
                change("not live", p -> p.flags(Prepared.FLAGS & ~1)),
                change("not peer to peer", p -> p.flags(Prepared.FLAGS & ~2)),
                change("tunnelled", p -> p.flags(Prepared.FLAGS | 4)),
                change("disks copied", p -> p.flags(Prepared.FLAGS | 64)),
                change("unsafe", p -> p.flags(Prepared.FLAGS | 512)),
                change("offline", p -> p.flags(Prepared.FLAGS | 1024)),
                change("post-copy", p -> p.flags(Prepared.FLAGS | 1 << 15)),
                change("every flag", p -> p.flags(-1)),
                change(
                        "another VM's cookie",
                        p -> p.cookie(
                                "<qemu-migration><name>vm2</name><uuid>" + Prepared.ID + "</uuid></qemu-migration>")),
                change(
                        "another definition in the cookie",
                        p -> p.cookie("<qemu-migration><name>vm1</name><uuid>" + Prepared.ID + "</uuid>"
                                + Prepared.domain("vm2", Prepared.ID, "") + "</qemu-migration>")),
                change("a cookie that is none", p -> p.cookie("<domain/>")),
                change("a cookie that is broken", p -> p.cookie("<qemu-migration")));
    }

    private static String xml() {
        return Prepared.domain("vm1", Prepared.ID, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherMigrations")
    void prepareIsForTheAgreedMigrationOnly(String name, Consumer<Prepared> change) {
        Prepared prepared = new Prepared();
        change.accept(prepared);
        assertThatThrownBy(() -> call(policy, Xdr.call(303, 1, prepared.prepare())))
                .as(name)
                .isInstanceOfSatisfying(
                        RelayViolation.class, e -> assertThat(e.procedure()).isEqualTo(303));
    }

    @ParameterizedTest
    @CsvSource({"destination_name, vm1", "tls.destination, h2"})
    void whatIsAgreedMayBeSaidAgain(String parameter, String value) {
        Prepared prepared = new Prepared().with(parameter, value);
        assertThatCode(() -> call(policy, Xdr.call(303, 1, prepared.prepare()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"connected, disconnected", "disconnected, connected"})
    void whatChangesByItselfMayDiffer(String agreedState, String state) {
        String channel =
                "<channel type='unix'><source mode='bind'/><target type='virtio' name='agent' state='%s'/></channel>"
                        + "<interface type='network'><source bridge='br0' network='n'/><target dev='vnet0'/></interface></devices>";
        RelayPolicy withChannel = new RelayPolicy(Prepared.contract(
                DomainDescription.parse(xml().replace("</devices>", channel.formatted(agreedState))), "10.62.0.12"));
        String now = channel.formatted(state)
                .replace("bridge='br0' network='n'", "network='n'\n  bridge='br0'")
                .replace("vnet0", "vnet7");
        Prepared prepared = new Prepared().with("destination_xml", xml().replace("</devices>", now));
        assertThatCode(() -> call(withChannel, Xdr.call(303, 1, prepared.prepare())))
                .doesNotThrowAnyException();
    }

    @Test
    void bandwidthMayBeLimitedAsAgreed() {
        Prepared prepared = new Prepared().with("bandwidth", 100L);
        assertThatCode(() -> call(policy, Xdr.call(303, 1, prepared.prepare()))).doesNotThrowAnyException();
    }

    @Test
    void aSecureMigrationHasTheTlsFlag() {
        RelayPolicy secure = new RelayPolicy(Prepared.contract(true));
        assertThatCode(() -> call(
                        secure,
                        Xdr.call(
                                303,
                                1,
                                new Prepared()
                                        .flags(Prepared.FLAGS | Prepared.TLS)
                                        .prepare())))
                .doesNotThrowAnyException();
    }

    @Test
    void aSecureMigrationWithoutTlsIsRefused() {
        RelayPolicy secure = new RelayPolicy(Prepared.contract(true));
        assertThatThrownBy(() -> call(secure, Xdr.call(303, 1, new Prepared().prepare())))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("flags");
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        byte[] body = new Xdr()
                .word(2)
                .param("migrate_uri", "tcp://10.62.0.12:61000")
                .param("migrate_uri", "tcp://10.62.0.12:61000")
                .opaque(new byte[0])
                .word(Prepared.FLAGS)
                .bytes();
        assertThatThrownBy(() -> call(policy, Xdr.call(303, 1, body)))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void finishMaySucceedOrBeCancelled(int cancelled) throws Exception {
        call(policy, Xdr.call(303, 1, new Prepared().prepare()));
        assertThatCode(() -> call(policy, Xdr.call(306, 2, Prepared.forFinish().finish(cancelled))))
                .doesNotThrowAnyException();
    }

    @Test
    void finishIsForTheVmOnly() throws Exception {
        call(policy, Xdr.call(303, 1, new Prepared().prepare()));
        byte[] finish = Prepared.forFinish().with("destination_name", "vm2").finish(0);
        assertThatThrownBy(() -> call(policy, Xdr.call(306, 2, finish))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void finishLeavesTheVmPaused() throws Exception {
        call(policy, Xdr.call(303, 1, new Prepared().prepare()));
        byte[] finish = Prepared.forFinish().flags(Prepared.FLAGS & ~32).finish(0);
        assertThatThrownBy(() -> call(policy, Xdr.call(306, 2, finish))).isInstanceOf(RelayViolation.class);
    }

    @Test
    void theFastHandoverLeavesNothingPaused() throws Exception {
        MigrationParameters fast =
                new MigrationParameters(Security.INSECURE, null, null, null, null, null, null, Handover.FAST, null);
        RelayPolicy relay = new RelayPolicy(Prepared.contract(fast, null));
        assertThatThrownBy(() -> call(relay, Xdr.call(303, 1, new Prepared().prepare())))
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("flags");
        byte[] prepare = new Prepared().flags(Prepared.FLAGS & ~32).prepare();
        assertThatCode(() -> call(relay, Xdr.call(303, 2, prepare))).doesNotThrowAnyException();
    }

    @Test
    void onlyAPostCopyThatGoesOnMayBeResumed() throws Exception {
        MigrationParameters postCopy = new MigrationParameters(
                Security.INSECURE, null, null, null, null, null, null, Handover.FAST, Convergence.POST_COPY);
        int flags = (Prepared.FLAGS & ~32) | 1 << 15;
        int resuming = flags | 1 << 19;
        RelayContract first = Prepared.contract(postCopy, null);
        assertThatCode(() -> call(new RelayPolicy(first), prepare(flags))).doesNotThrowAnyException();
        assertThatThrownBy(() -> call(new RelayPolicy(first), prepare(resuming)))
                .isInstanceOf(RelayViolation.class);
        RelayContract again = new RelayContract(
                first.vm(),
                first.listenAddress(),
                first.memoryPort(),
                null,
                postCopy,
                first.diskBytes(),
                true,
                first.libvirtUri());
        assertThatCode(() -> call(new RelayPolicy(again), prepare(resuming))).doesNotThrowAnyException();
        assertThatThrownBy(() -> call(new RelayPolicy(again), prepare(flags))).isInstanceOf(RelayViolation.class);
    }

    private static byte[] prepare(int flags) {
        return Xdr.call(303, 1, new Prepared().flags(flags).prepare());
    }

    @Test
    void anIpv6AddressIsBracketedInTheUri() {
        RelayContract contract = Prepared.contract(Prepared.contract(false).vm(), "fd00::12");
        assertThat(contract.migrateUri()).isEqualTo("tcp://[fd00::12]:61000");
    }
}
