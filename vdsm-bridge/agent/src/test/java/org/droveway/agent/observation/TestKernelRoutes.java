package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestKernelRoutes {
    private static final List<Link> LINKS = List.of(new Link(7, "mig0", false, true, 9000, 0, 0));

    private final KernelRoutes routes = new KernelRoutes(new KernelInterfaces());

    private static NetlinkMessage answer(byte[]... attributes) {
        ByteBuffer body = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());
        body.put(new byte[12]);
        for (byte[] attribute : attributes) {
            body.put(attribute);
        }
        return new NetlinkMessage(NetlinkMessage.NEW_ROUTE, body.flip().slice().order(ByteOrder.nativeOrder()));
    }

    private static byte[] attribute(int type, byte... value) {
        int length = 4 + value.length;
        return ByteBuffer.allocate(NetlinkMessage.align(length))
                .order(ByteOrder.nativeOrder())
                .putShort((short) length)
                .putShort((short) type)
                .put(value)
                .array();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    @Test
    void theKernelKnowsTheWayToTheLoopback() throws IOException {
        assertThat(routes.to(InetAddress.getLoopbackAddress(), null)).hasValueSatisfying(route -> {
            assertThat(route.nic()).isEqualTo("lo");
            assertThat(route.source()).isEqualTo("127.0.0.1");
            assertThat(route.gateway()).isNull();
        });
    }

    @Test
    void aBoundSocketsAddressIsItsSource() throws IOException {
        assertThat(routes.to(InetAddress.getLoopbackAddress(), InetAddress.getByAddress(new byte[] {127, 0, 0, 9})))
                .hasValueSatisfying(route -> assertThat(route.source()).isEqualTo("127.0.0.9"));
    }

    @Test
    void sixIsAskedAsSix() throws IOException {
        assertThat(routes.to(
                        InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), null))
                .hasValueSatisfying(route -> assertThat(route.source()).isEqualTo("::1"));
    }

    @Test
    void gatewayAndMtuAreRead() {
        assertThat(KernelRoutes.route(
                        List.of(answer(
                                attribute(4, number(7)),
                                attribute(7, (byte) 10, (byte) 62, (byte) 0, (byte) 11),
                                attribute(5, (byte) 10, (byte) 62, (byte) 0, (byte) 1),
                                attribute(8, attribute(2, number(1400))))),
                        LINKS))
                .contains(new Route("mig0", "10.62.0.11", "10.62.0.1", 1400));
    }

    @Test
    void anInterfaceThatHasGoneIsNamedByItsNumber() {
        assertThat(KernelRoutes.route(
                        List.of(answer(
                                attribute(4, number(8)), attribute(7, (byte) 10, (byte) 62, (byte) 0, (byte) 11))),
                        LINKS))
                .hasValueSatisfying(route -> assertThat(route.nic()).isEqualTo("interface 8"));
    }
}
