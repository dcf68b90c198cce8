package org.droveway.engine.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestIpAddress {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "10.1.2.3, 10.1.2.3",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "FD00::00AB, fd00::ab",
        "fd00:0:0:1:0:0:0:5, fd00:0:0:1::5",
        "fd00:0:0:0:1:0:0:5, fd00::1:0:0:5",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "::ffff:10.1.2.3, ::ffff:10.1.2.3",
        "::ffff:a01:203, ::ffff:10.1.2.3",
        "64:ff9b::10.1.2.3, 64:ff9b::a01:203",
        "1:2:3:4:5:6:10.1.2.3, 1:2:3:4:5:6:a01:203",
    })
    void printsTheUsualForm(String text, String usual) {
        assertThat(IpAddress.parse(text)).hasToString(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10",
                "10.1.2",
                "10.1.2.",
                ".10.1.2",
                "10.1.2.3.4",
                "10.1.2.256",
                "10.1.2.03",
                "010.1.2.3",
                "10.1.2.-1",
                "10.1.2.+1",
                "10.1.2.3 ",
                " 10.1.2.3",
                "10.1.2.0x3",
                "١.1.2.3",
                ":",
                ":::",
                "1:2",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2::3",
                "12345::",
                "g::",
                "fe80::1%eth0",
                "[::1]",
                "::10.1.2",
                "::10.1.2.3:4",
                "10.1.2.3::",
                "1:2:3:4:5:6:7:10.1.2.3",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "eth1",
                "localhost",
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(AddressSyntaxException.class);
    }

    @Test
    void readsWhatItPrintsForAnyAddress() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            IpAddress address = any(random);
            assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        }
    }

    @Test
    void agreesWithThePlatformOnWhatAnAddressMeans() throws UnknownHostException {
        Random random = new Random(43);
        for (int i = 0; i < 5_000; i++) {
            IpAddress address = any(random);
            InetAddress platform = InetAddress.getByName(address.toString());
            assertThat(platform.getAddress()).isEqualTo(bytes(address, platform.getAddress().length));
        }
    }

    private static byte[] bytes(IpAddress address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int fromEnd = length - 1 - i;
            bytes[i] = (byte) (fromEnd >= 8 ? address.high() >>> (8 * (fromEnd - 8)) : address.low() >>> (8 * fromEnd));
        }
        return bytes;
    }

    static IpAddress any(Random random) {
        if (random.nextBoolean()) {
            return new IpAddress(IpAddress.Family.IPV4, 0, random.nextLong() & 0xffff_ffffL);
        }
        return new IpAddress(IpAddress.Family.IPV6, sparse(random), sparse(random));
    }

    /** Zero groups are what makes printing hard. */
    private static long sparse(Random random) {
        long bits = random.nextLong();
        for (int group = 0; group < 4; group++) {
            if (random.nextInt(3) > 0) {
                bits &= ~(0xffffL << (16 * group));
            }
        }
        return bits;
    }
}
