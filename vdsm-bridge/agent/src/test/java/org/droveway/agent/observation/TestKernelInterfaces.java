package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.droveway.agent.testing.NetworkNamespace;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestKernelInterfaces {
    private final NetworkNamespace namespace = new NetworkNamespace();

    @BeforeEach
    void make() {
        namespace.run("ip", "link", "add", "mig0", "mtu", "9000", "type", "veth", "peer", "name", "other0");
        namespace.run("ip", "link", "set", "other0", "up");
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private Nic nic(String name) {
        return list().stream()
                .filter(nic -> nic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Nic> list() {
        return namespace.call(() -> new KernelInterfaces().list());
    }

    private NicAddress address(String literal) {
        return nic("mig0").addresses().stream()
                .filter(address -> address.address().equals(literal))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesLoopbackOut() {
        assertThat(list()).extracting(Nic::name).containsExactlyInAnyOrder("mig0", "other0");
    }

    @Test
    void knowsMtuAndState() {
        assertThat(nic("mig0").mtu()).isEqualTo(9000);
        assertThat(nic("mig0").up()).isFalse();
        namespace.run("ip", "link", "set", "mig0", "up");
        assertThat(nic("mig0").up()).isTrue();
    }

    @Test
    void upWithoutCarrierIsNotUp() {
        namespace.run("ip", "link", "set", "mig0", "up");
        namespace.run("ip", "link", "set", "other0", "down");
        assertThat(nic("mig0").up()).isFalse();
    }

    @Test
    void listsIpv4AddressesWithPrefixAndScope() {
        namespace.run("ip", "address", "add", "10.62.0.11/24", "dev", "mig0");
        namespace.run("ip", "address", "add", "169.254.1.1/16", "dev", "mig0", "scope", "link");
        assertThat(address("10.62.0.11"))
                .isEqualTo(new NicAddress("10.62.0.11", 24, "global", false, false, false, false));
        assertThat(address("169.254.1.1").scope()).isEqualTo("link");
    }

    @Test
    void aSecondAddressOfASubnetIsNotTemporary() {
        namespace.run("ip", "address", "add", "10.62.0.11/24", "dev", "mig0");
        namespace.run("ip", "address", "add", "10.62.0.12/24", "dev", "mig0");
        assertThat(address("10.62.0.12").temporary()).isFalse();
    }

    @Test
    void knowsDeprecatedAddresses() {
        namespace.run(
                "ip", "address", "add", "10.62.0.11/24", "dev", "mig0", "valid_lft", "1000", "preferred_lft", "0");
        assertThat(address("10.62.0.11").deprecated()).isTrue();
    }

    @Test
    void listsIpv6AddressesWithFlags() {
        namespace.run("ip", "address", "add", "fd00::11/64", "dev", "mig0", "nodad");
        NicAddress address = address("fd00::11");
        assertThat(address.prefix()).isEqualTo(64);
        assertThat(address.scope()).isEqualTo("global");
        assertThat(address.tentative()).isFalse();
    }

    @Test
    void knowsTentativeAddresses() {
        namespace.run("ip", "address", "add", "fd00::12/64", "dev", "mig0");
        // Detection of duplicates begins when the interface comes up.
        assertThat(address("fd00::12").tentative()).isTrue();
    }

    @Test
    void onAPointToPointLinkTheLocalEndCounts() {
        namespace.run("ip", "address", "add", "10.62.0.11", "peer", "10.62.0.99", "dev", "mig0");
        assertThat(nic("mig0").addresses()).extracting(NicAddress::address).containsExactly("10.62.0.11");
    }

    @Test
    void countsBytes() {
        namespace.run("ip", "link", "set", "mig0", "up");
        namespace.run("ip", "address", "add", "10.62.0.11/24", "dev", "mig0");
        long before = sent();
        namespace.call(() -> {
            try (java.net.DatagramSocket socket = new java.net.DatagramSocket()) {
                socket.setBroadcast(true);
                socket.send(new java.net.DatagramPacket(
                        new byte[1000], 1000, org.droveway.agent.testing.Ip.of("10.62.0.255"), 9));
                return null;
            }
        });
        assertThat(sent() - before).isGreaterThanOrEqualTo(1000);
    }

    private long sent() {
        return namespace.call(() -> new KernelInterfaces()
                .links().stream()
                        .filter(link -> link.name().equals("mig0"))
                        .mapToLong(Link::sentBytes)
                        .sum());
    }

    @Test
    void readsManyInterfaces() {
        for (int i = 0; i < 60; i++) {
            namespace.run("ip", "link", "add", "many" + i, "type", "veth", "peer", "name", "end" + i);
        }
        assertThat(list()).hasSize(122);
    }
}
