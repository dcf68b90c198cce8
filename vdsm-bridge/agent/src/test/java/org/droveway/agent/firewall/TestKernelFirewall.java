package org.droveway.agent.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.testing.Ip;
import org.droveway.agent.testing.NetworkNamespace;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestKernelFirewall {
    private static final PortPool POOL = new PortPool(61000, 61049);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final NetworkNamespace namespace = new NetworkNamespace();
    private Nftables nftables;
    private KernelFirewall firewall;
    private Pinhole pinhole;

    @BeforeEach
    void open() {
        nftables = inNamespace();
        firewall = new KernelFirewall(nftables, POOL, Clock.systemUTC());
        pinhole = new Pinhole(Ip.of("127.0.0.1"), Ip.of("127.0.0.2"), 61000);
    }

    @AfterEach
    void close() {
        nftables.close();
        namespace.close();
    }

    private Nftables inNamespace() {
        return namespace.call(() -> {
            Nftables made = new Nftables();
            made.list("list tables");
            return made;
        });
    }

    /** Whether a new connection comes through to somebody who listens there. */
    private boolean connects(String source, String destination, int port) {
        return namespace.call(() -> {
            try (ServerSocket server = new ServerSocket()) {
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(destination, port));
                try (Socket client = new Socket()) {
                    client.bind(new InetSocketAddress(source, 0));
                    client.connect(new InetSocketAddress(destination, port), 2_000);
                    return true;
                } catch (ConnectException e) {
                    return false;
                }
            }
        });
    }

    private boolean pinholeConnects() {
        return connects("127.0.0.1", "127.0.0.2", 61000);
    }

    @Test
    void observeHasNoTable() {
        firewall.apply(HostMode.OBSERVE);
        assertThat(namespace.run("nft", "list", "ruleset")).isEmpty();
        assertThat(firewall.state()).isEqualTo(FirewallState.OPEN);
        assertThat(pinholeConnects()).isTrue();
    }

    @Test
    void enforceShutsThePool() {
        firewall.apply(HostMode.ENFORCE);
        assertThat(firewall.state()).isEqualTo(FirewallState.SHUT);
        assertThat(pinholeConnects()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {61000, 61049, 49152, 49180, 49215})
    void everyPoolPortRefuses(int port) {
        firewall.apply(HostMode.ENFORCE);
        assertThat(connects("127.0.0.1", "127.0.0.2", port)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {60999, 61050, 49151, 49216, 8551})
    void otherPortsAreNotItsBusiness(int port) {
        firewall.apply(HostMode.ENFORCE);
        assertThat(connects("127.0.0.1", "127.0.0.2", port)).isTrue();
    }

    @Test
    void aPinholeLetsInWhomItIsFor() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        assertThat(pinholeConnects()).isTrue();
    }

    @Test
    void aPinholeLetsInNobodyElse() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        assertThat(connects("127.0.0.3", "127.0.0.2", 61000)).isFalse();
        assertThat(connects("127.0.0.1", "127.0.0.4", 61000)).isFalse();
        assertThat(connects("127.0.0.1", "127.0.0.2", 61001)).isFalse();
    }

    @Test
    void aPinholeForIpv6WorksTheSame() {
        firewall.apply(HostMode.ENFORCE);
        assertThat(connects("::1", "::1", 61000)).isFalse();
        firewall.open(new Pinhole(Ip.of("::1"), Ip.of("::1"), 61000), LONG);
        assertThat(connects("::1", "::1", 61000)).isTrue();
    }

    @Test
    void shuttingIsForNewConnectionsOnly() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        String echo = namespace.call(() -> {
            try (ServerSocket server = new ServerSocket(61000, 1, Ip.of("127.0.0.2"));
                    Socket client = new Socket("127.0.0.2", 61000, Ip.of("127.0.0.1"), 0);
                    Socket accepted = server.accept()) {
                firewall.shut(pinhole);
                client.getOutputStream().write("goes on".getBytes(StandardCharsets.UTF_8));
                return new String(accepted.getInputStream().readNBytes(7), StandardCharsets.UTF_8);
            }
        });
        assertThat(echo).isEqualTo("goes on");
        assertThat(pinholeConnects()).isFalse();
    }

    @Test
    void aPinholeClosesWhenItsTimeIsOver() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, Duration.ofSeconds(1));
        assertThat(pinholeConnects()).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> !pinholeConnects());
    }

    @Test
    void openingAgainStartsItsTimeAgain() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, Duration.ofSeconds(2));
        firewall.open(pinhole, LONG);
        assertThat(Listing.parse(nftables.list("list table inet droveway"))
                        .timedPinholes()
                        .get(pinhole))
                .isBetween(55L, 60L);
    }

    @Test
    void shuttingTwiceIsNoError() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        firewall.shut(pinhole);
        firewall.shut(pinhole);
        assertThat(pinholeConnects()).isFalse();
    }

    @Test
    void shutsWhatSomebodyElseShutBefore() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        nftables.run(Table.delete(pinhole));
        firewall.shut(pinhole);
        assertThat(pinholeConnects()).isFalse();
    }

    @Test
    void shutsWhatAnAgentBeforeItOpened() {
        firewall.apply(HostMode.ENFORCE);
        nftables.run(Table.add(pinhole, 60));
        firewall.shut(pinhole);
        assertThat(pinholeConnects()).isFalse();
    }

    @Test
    void shutsWithoutATable() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        nftables.run(Table.remove());
        firewall.shut(pinhole);
        assertThat(nftables.list("list tables inet")).doesNotContain("droveway");
    }

    @Test
    void countsWhoCameInAndWhoWasRefused() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        pinholeConnects();
        firewall.open(pinhole, LONG);
        pinholeConnects();
        connects("127.0.0.3", "127.0.0.2", 61000);
        assertThat(firewall.accepted(61000)).isEqualTo(2);
        assertThat(firewall.accepted(61001)).isZero();
        assertThat(firewall.refused()).isEqualTo(1);
    }

    @Test
    void keepsOnlyWhatSomebodyHolds() {
        Pinhole other = new Pinhole(pinhole.source(), pinhole.destination(), 61001);
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        firewall.open(other, LONG);
        firewall.keepOnly(List.of(other));
        assertThat(pinholeConnects()).isFalse();
        assertThat(connects("127.0.0.1", "127.0.0.2", 61001)).isTrue();
    }

    @Test
    void assistShutsNothing() {
        firewall.apply(HostMode.ASSIST);
        assertThat(firewall.state()).isEqualTo(FirewallState.OPEN);
        assertThat(connects("127.0.0.3", "127.0.0.2", 61000)).isTrue();
    }

    @Test
    void goingDownRemovesTheTableWholly() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        firewall.apply(HostMode.OBSERVE);
        assertThat(namespace.run("nft", "list", "ruleset")).isEmpty();
    }

    @Test
    void observeOpensNoPinhole() {
        assertThatThrownBy(() -> firewall.open(pinhole, LONG))
                .isInstanceOf(FirewallException.class)
                .hasMessageContaining("observe");
    }

    @ParameterizedTest
    @EnumSource(
            value = HostMode.class,
            names = {"ASSIST", "ENFORCE"})
    void leavesOtherTablesAlone(HostMode mode) {
        namespace.run("nft", "add", "table", "inet", "other");
        firewall.apply(mode);
        firewall.apply(HostMode.OBSERVE);
        assertThat(namespace.run("nft", "list", "tables").strip()).isEqualTo("table inet other");
    }

    @Test
    void anotherAgentsTableIsTakenOverWithWhatItKnew() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        pinholeConnects();
        connects("127.0.0.3", "127.0.0.2", 61000);
        KernelFirewall restarted = new KernelFirewall(nftables, POOL, Clock.systemUTC());
        restarted.apply(HostMode.ENFORCE);
        assertThat(restarted.accepted(61000)).isEqualTo(1);
        assertThat(restarted.refused()).isEqualTo(1);
        assertThat(pinholeConnects()).isTrue();
        assertThat(restarted.state()).isEqualTo(FirewallState.SHUT);
    }

    @Test
    void aTableThatSomebodyRemovedIsOpenAndMadeAnew() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        namespace.run("nft", "flush", "ruleset");
        assertThat(firewall.state()).isEqualTo(FirewallState.OPEN);
        assertThat(firewall.repair()).isTrue();
        assertThat(firewall.state()).isEqualTo(FirewallState.SHUT);
        assertThat(pinholeConnects()).isTrue();
        assertThat(connects("127.0.0.3", "127.0.0.2", 61000)).isFalse();
    }

    @Test
    void aTableThatSomebodyChangedIsUnknownAndMadeAnew() {
        firewall.apply(HostMode.ENFORCE);
        namespace.run("nft", "insert", "rule", "inet", "droveway", "input", "accept");
        assertThat(firewall.state()).isEqualTo(FirewallState.UNKNOWN);
        assertThat(firewall.repair()).isTrue();
        assertThat(firewall.state()).isEqualTo(FirewallState.SHUT);
        assertThat(firewall.repair()).isFalse();
    }

    @Test
    void aPoolThatSomebodyChangedIsUnknown() {
        firewall.apply(HostMode.ENFORCE);
        namespace.run("nft", "flush", "set", "inet", "droveway", "pool");
        assertThat(firewall.state()).isEqualTo(FirewallState.UNKNOWN);
    }

    @Test
    void pinholesAndCountersDoNotChangeTheState() {
        firewall.apply(HostMode.ENFORCE);
        firewall.open(pinhole, LONG);
        pinholeConnects();
        connects("127.0.0.3", "127.0.0.2", 61000);
        assertThat(firewall.state()).isEqualTo(FirewallState.SHUT);
    }

    @Test
    void repairsNothingInObserve() {
        assertThat(firewall.repair()).isFalse();
        assertThat(namespace.run("nft", "list", "ruleset")).isEmpty();
    }

    @Test
    void openingWithoutItsTableIsSaid() {
        firewall.apply(HostMode.ENFORCE);
        namespace.run("nft", "flush", "ruleset");
        assertThatThrownBy(() -> firewall.open(pinhole, LONG))
                .isInstanceOf(FirewallException.class)
                .hasMessageContaining("somebody removed it");
    }

    @Test
    void wrongCommandsChangeNothingAndSayWhy() throws IOException {
        firewall.apply(HostMode.ENFORCE);
        assertThatThrownBy(() -> nftables.run("add element inet droveway watched { 61000 }\nadd nonsense\n"))
                .isInstanceOf(FirewallException.class)
                .hasMessageContaining("syntax error");
        assertThat(Listing.parse(nftables.list("list table inet droveway")).watched())
                .isEmpty();
    }
}
