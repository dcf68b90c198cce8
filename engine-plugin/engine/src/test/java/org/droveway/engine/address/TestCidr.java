package org.droveway.engine.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCidr {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3", "10.1.2.0/", "10.1.2.0/33", "10.1.2.0/024", "10.1.2.0/-1", "10.1.2.0/+8", "10.1.2.0/2 4",
                "10.1.2.0/24/24", "/24", "fd00::/129", "fd00::/064", "fd00::", "10.1.2.0/255.255.255.0",
                        "10.1.2.0/1000",
                "10.1.2/24", "fd00::1%eth0/64",
            })
    void refusesWhatIsNoCidr(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(AddressSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.1/24, 10.1.2.0/24", "fd00::1/64, fd00::/64", "10.1.2.3/31, 10.1.2.2/31", "0.0.0.1/0, 0.0.0.0/0"
    })
    void refusesHostBitsOfANetworkAndNamesTheNetworkMeant(String text, String meant) {
        assertThatThrownBy(() -> Cidr.parseNetwork(text))
                .isInstanceOf(AddressSyntaxException.class)
                .hasMessageContaining(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.1.2.0/24", "0.0.0.0/0", "10.1.2.3/32", "fd00::/8", "::/0", "fd00::1/128", "fd00:0:0:1::/64"})
    void takesANetworkAndPrintsIt(String text) {
        assertThat(Cidr.parseNetwork(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.0/24, 10.1.2.255, true",
        "10.1.2.0/24, 10.1.3.0, false",
        "10.1.2.77/24, 10.1.2.1, true",
        "10.1.2.1/32, 10.1.2.1, true",
        "10.1.2.1/32, 10.1.2.2, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 10.1.2.3, false",
        "fd00::/64, fd00::ffff:ffff:ffff:ffff, true",
        "fd00::/64, fd00:0:0:1::, false",
        "fd00::/65, fd00::8000:0:0:0, false",
    })
    void containsAddressesOfItsFamilyThatShareThePrefix(String cidr, String address, boolean contained) {
        assertThat(Cidr.parse(cidr).contains(IpAddress.parse(address))).isEqualTo(contained);
    }

    @Test
    void containsAsBigNumbersSay() {
        Random random = new Random(44);
        for (int i = 0; i < 20_000; i++) {
            IpAddress base = TestIpAddress.any(random);
            int bits = base.family().bits();
            Cidr cidr = new Cidr(base, random.nextInt(bits + 1));
            IpAddress other = near(base, random);
            boolean same = number(base)
                    .shiftRight(bits - cidr.prefix())
                    .equals(number(other).shiftRight(bits - cidr.prefix()));
            assertThat(cidr.contains(other)).as("%s in %s", other, cidr).isEqualTo(same);
        }
    }

    @Test
    void networkHasNoHostBitsAndContainsTheAddress() {
        Random random = new Random(45);
        for (int i = 0; i < 5_000; i++) {
            IpAddress base = TestIpAddress.any(random);
            Cidr network = new Cidr(base, random.nextInt(base.family().bits() + 1)).network();
            assertThat(network.hasHostBits()).isFalse();
            assertThat(network.contains(base)).isTrue();
            assertThat(Cidr.parseNetwork(network.toString())).isEqualTo(network);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.62.0.0/24, 10.62.0.0/16, true",
        "10.62.0.0/16, 10.62.9.0/24, true",
        "10.62.0.0/24, 10.62.0.0/24, true",
        "10.62.0.0/24, 10.62.1.0/24, false",
        "0.0.0.0/0, fd00::/8, false",
        "fd00::/64, fd00::1:0/112, true",
    })
    void overlapsWhatItHasAnAddressInCommonWith(String one, String other, boolean overlaps) {
        assertThat(Cidr.parse(one).overlaps(Cidr.parse(other))).isEqualTo(overlaps);
        assertThat(Cidr.parse(other).overlaps(Cidr.parse(one))).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @CsvSource({
        "10.62.0.0/32, 1",
        "10.62.0.0/31, 2",
        "10.62.0.0/30, 2",
        "10.62.0.0/24, 254",
        "fd00::/128, 1",
        "fd00::/127, 2",
        "fd00::/126, 3",
        "fd00::/66, 4611686018427387903",
        "fd00::/64, 9223372036854775807",
    })
    void countsTheAddressesThatHostsCanHave(String cidr, long addresses) {
        assertThat(Cidr.parse(cidr).hostAddresses()).isEqualTo(addresses);
    }

    private static IpAddress near(IpAddress base, Random random) {
        int bit = random.nextInt(base.family().bits());
        return bit < 64
                ? new IpAddress(base.family(), base.high(), base.low() ^ 1L << bit)
                : new IpAddress(base.family(), base.high() ^ 1L << (bit - 64), base.low());
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .or(new BigInteger(Long.toUnsignedString(address.low())));
    }
}
