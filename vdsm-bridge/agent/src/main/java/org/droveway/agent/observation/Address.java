package org.droveway.agent.observation;

import java.nio.ByteBuffer;
import java.util.Map;
import org.droveway.protocol.AddressText;
import org.droveway.protocol.host.NicAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address of an interface as the kernel has it.
 *
 * @param link the interface's number
 */
record Address(int link, NicAddress address) {
    private static final int FIXED_PART = 8;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_FLAGS = 8;
    private static final int TEMPORARY = 0x01;
    private static final int DAD_FAILED = 0x08;
    private static final int DEPRECATED = 0x20;
    private static final int TENTATIVE = 0x40;
    private static final int AF_INET = 2;

    static Address parse(NetlinkMessage message) {
        ByteBuffer body = message.body();
        Map<Integer, ByteBuffer> attributes = message.attributes(FIXED_PART);
        ByteBuffer wide = attributes.get(IFA_FLAGS);
        int flags = wide == null ? Byte.toUnsignedInt(body.get(2)) : wide.getInt(0);
        // On a point-to-point link IFA_ADDRESS is the other end.
        ByteBuffer local = attributes.getOrDefault(IFA_LOCAL, attributes.get(IFA_ADDRESS));
        // The flag for temporary IPv6 addresses means "secondary" in IPv4.
        boolean temporary = body.get(0) != AF_INET && (flags & TEMPORARY) != 0;
        return new Address(
                body.getInt(4),
                new NicAddress(
                        literal(local),
                        Byte.toUnsignedInt(body.get(1)),
                        scope(Byte.toUnsignedInt(body.get(3))),
                        temporary,
                        (flags & DEPRECATED) != 0,
                        (flags & TENTATIVE) != 0,
                        (flags & DAD_FAILED) != 0));
    }

    private static String scope(int number) {
        return switch (number) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            default -> "scope " + number;
        };
    }

    static String literal(@Nullable ByteBuffer address) {
        if (address == null) {
            return "";
        }
        byte[] bytes = new byte[address.remaining()];
        address.duplicate().get(bytes);
        return AddressText.of(bytes);
    }
}
