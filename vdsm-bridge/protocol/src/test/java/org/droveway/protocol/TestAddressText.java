package org.droveway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestAddressText {
    @ParameterizedTest
    @CsvSource({
        "0a3e000c, 10.62.0.12",
        "ffffffff, 255.255.255.255",
        "fe80000000000000525400fffe120001, fe80::5254:ff:fe12:1",
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "fd000000000000000000000000000000, fd00::",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "00010002000300040005000600070008, 1:2:3:4:5:6:7:8",
        "0001000000000000000400000000000a, 1::4:0:0:a",
        "00000000000000000000ffff0a3e000c, ::ffff:10.62.0.12",
        "0000000000000000ffff00000a3e000c, ::ffff:0:a3e:c",
    })
    void printsTheShortestUsualForm(String bytes, String text) {
        assertThat(AddressText.of(HexFormat.of().parseHex(bytes))).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressText.of(new byte[6]));
    }
}
