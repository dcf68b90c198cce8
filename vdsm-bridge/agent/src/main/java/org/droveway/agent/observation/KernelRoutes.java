package org.droveway.agent.observation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.droveway.protocol.AddressText;
import org.jspecify.annotations.Nullable;

/** Routes through rtnetlink, what {@code ip route get} asks. */
public final class KernelRoutes implements Routes {
    private static final int FIXED_PART = 12;
    private static final byte AF_INET = 2;
    private static final byte AF_INET6 = 10;
    private static final int RTA_DST = 1;
    private static final int RTA_SRC = 2;
    private static final int RTA_OIF = 4;
    private static final int RTA_GATEWAY = 5;
    private static final int RTA_PREFSRC = 7;
    private static final int RTA_METRICS = 8;
    private static final int RTAX_MTU = 2;
    // EACCES, EINVAL, ENETUNREACH, EHOSTUNREACH: prohibited, blackhole, none, unreachable.
    private static final Set<Integer> NO_ROUTE = Set.of(13, 22, 101, 113);

    private final KernelInterfaces interfaces;

    public KernelRoutes(KernelInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public Optional<Route> to(InetAddress destination, @Nullable InetAddress from) {
        try {
            return route(
                    Netlink.ask(
                            Netlink.ROUTE,
                            NetlinkMessage.request(NetlinkMessage.GET_ROUTE, 0, question(destination, from))),
                    interfaces.links());
        } catch (NetlinkException e) {
            if (NO_ROUTE.contains(e.number())) {
                return Optional.empty();
            }
            throw new UncheckedIOException("cannot look up the route to " + text(destination), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look up the route to " + text(destination), e);
        }
    }

    static byte[] question(InetAddress destination, @Nullable InetAddress from) {
        byte[] to = destination.getAddress();
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        byte[] fixed = new byte[FIXED_PART];
        fixed[0] = destination instanceof Inet6Address ? AF_INET6 : AF_INET;
        fixed[1] = (byte) (to.length * Byte.SIZE);
        fixed[2] = (byte) (from == null ? 0 : from.getAddress().length * Byte.SIZE);
        question.writeBytes(fixed);
        question.writeBytes(attribute(RTA_DST, to));
        if (from != null) {
            question.writeBytes(attribute(RTA_SRC, from.getAddress()));
        }
        return question.toByteArray();
    }

    static Optional<Route> route(List<NetlinkMessage> answer, List<Link> links) {
        return answer.stream()
                .filter(message -> message.type() == NetlinkMessage.NEW_ROUTE)
                .findFirst()
                .map(message -> route(message.attributes(FIXED_PART), links));
    }

    private static Route route(Map<Integer, ByteBuffer> attributes, List<Link> links) {
        ByteBuffer number = attributes.get(RTA_OIF);
        int index = number == null ? 0 : number.getInt(0);
        String nic = links.stream()
                .filter(link -> link.index() == index)
                .map(Link::name)
                .findFirst()
                .orElse("interface " + index);
        // A bound socket's own address comes back as the question's, not as the route's choice.
        ByteBuffer source = attributes.getOrDefault(RTA_PREFSRC, attributes.get(RTA_SRC));
        ByteBuffer gateway = attributes.get(RTA_GATEWAY);
        return new Route(
                nic,
                Address.literal(source),
                gateway == null ? null : Address.literal(gateway),
                mtu(attributes.get(RTA_METRICS)));
    }

    private static @Nullable Integer mtu(@Nullable ByteBuffer metrics) {
        if (metrics == null) {
            return null;
        }
        ByteBuffer mtu = new NetlinkMessage(NetlinkMessage.NEW_ROUTE, metrics)
                .attributes(0)
                .get(RTAX_MTU);
        return mtu == null ? null : mtu.getInt(0);
    }

    private static byte[] attribute(int type, byte[] value) {
        int length = 4 + value.length;
        return ByteBuffer.allocate(NetlinkMessage.align(length))
                .order(ByteOrder.nativeOrder())
                .putShort((short) length)
                .putShort((short) type)
                .put(value)
                .array();
    }

    private static String text(InetAddress address) {
        return AddressText.of(address.getAddress());
    }
}
