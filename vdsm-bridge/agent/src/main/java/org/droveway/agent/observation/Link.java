package org.droveway.agent.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A network interface as the kernel has it.
 *
 * @param index the kernel's number for it
 * @param up administratively up and with carrier
 * @param mtu bytes
 * @param receivedBytes since it was made
 * @param sentBytes since it was made
 */
record Link(int index, String name, boolean loopback, boolean up, int mtu, long receivedBytes, long sentBytes) {
    private static final int FIXED_PART = 16;
    private static final int IFF_UP = 1;
    private static final int IFF_LOOPBACK = 8;
    private static final int IFF_RUNNING = 0x40;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_STATS64 = 23;

    static Link parse(NetlinkMessage message) {
        ByteBuffer body = message.body();
        int flags = body.getInt(8);
        Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
        ByteBuffer stats = attributes.get(IFLA_STATS64);
        ByteBuffer mtu = attributes.get(IFLA_MTU);
        return new Link(
                body.getInt(4),
                text(attributes.get(IFLA_IFNAME)),
                (flags & IFF_LOOPBACK) != 0,
                (flags & IFF_UP) != 0 && (flags & IFF_RUNNING) != 0,
                mtu == null ? 0 : mtu.getInt(0),
                stats == null ? 0 : stats.getLong(16),
                stats == null ? 0 : stats.getLong(24));
    }

    private static String text(@org.jspecify.annotations.Nullable ByteBuffer attribute) {
        if (attribute == null) {
            return "";
        }
        String text = UTF_8.decode(attribute.duplicate()).toString();
        return text.substring(0, text.indexOf('\0') < 0 ? text.length() : text.indexOf('\0'));
    }
}
