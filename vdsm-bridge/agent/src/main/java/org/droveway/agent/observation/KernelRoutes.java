package org.droveway.agent.observation;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Asks the kernel's routing table over rtnetlink. */
public final class KernelRoutes implements Routes {
    private static final int FIXED_PART = 12;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;
    private static final int RTA_PREFSRC = 7;

    private final KernelInterfaces interfaces;

    public KernelRoutes(KernelInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public Route to(InetAddress destination) throws IOException {
        List<NetlinkMessage> answer =
                RouteNetlink.ask(NetlinkMessage.request(NetlinkMessage.GET_ROUTE, 0, body(destination)));
        for (NetlinkMessage message : answer) {
            Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
            ByteBuffer link = attributes.get(RTA_OIF);
            ByteBuffer source = attributes.get(RTA_PREFSRC);
            if (message.type() == NetlinkMessage.NEW_ROUTE && link != null && source != null) {
                byte[] address = new byte[source.remaining()];
                source.duplicate().get(address);
                return new Route(InetAddress.getByAddress(address), name(link.getInt(0)));
            }
        }
        throw new IOException("the kernel has no route to " + destination.getHostAddress());
    }

    private String name(int index) throws IOException {
        return interfaces.links().stream()
                .filter(link -> link.index() == index)
                .map(Link::name)
                .findFirst()
                .orElseThrow(() -> new IOException("interface number " + index + " is gone"));
    }

    private static byte[] body(InetAddress destination) {
        byte[] address = destination.getAddress();
        return ByteBuffer.allocate(FIXED_PART + 4 + address.length)
                .order(ByteOrder.nativeOrder())
                .put((byte) (destination instanceof Inet4Address ? AF_INET : AF_INET6))
                .put((byte) (address.length * Byte.SIZE))
                .position(FIXED_PART)
                .putShort((short) (4 + address.length))
                .putShort((short) RTA_DST)
                .put(address)
                .array();
    }
}
