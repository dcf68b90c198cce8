package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestXdrReader {
    private static XdrReader reader(Xdr xdr) {
        return new XdrReader(303, xdr.bytes());
    }

    @Test
    void readsWordsAndStrings() throws Exception {
        XdrReader reader =
                reader(new Xdr().word(-5).string("hello").doubleWord(1L << 40).string(""));
        assertThat(reader.word()).isEqualTo(-5);
        assertThat(reader.string()).isEqualTo("hello");
        assertThat(reader.doubleWord()).isEqualTo(1L << 40);
        assertThat(reader.string()).isEmpty();
        reader.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "ä", "日本"})
    void stringsOfEveryLengthArePadded(String text) throws Exception {
        XdrReader reader = reader(new Xdr().string(text).word(9));
        assertThat(reader.string()).isEqualTo(text);
        assertThat(reader.word()).isEqualTo(9);
    }

    @Test
    void readsOptionalStrings() throws Exception {
        XdrReader reader = reader(new Xdr().word(0).word(1).string("x"));
        assertThat(reader.optionalString()).isNull();
        assertThat(reader.optionalString()).isEqualTo("x");
    }

    @Test
    void aPointerOfAnotherValueIsAViolation() {
        assertThatThrownBy(() -> reader(new Xdr().word(2).string("x")).optionalString())
                .isInstanceOf(RelayViolation.class);
    }

    @Test
    void readsTypedParametersOfEveryType() throws Exception {
        Xdr xdr = new Xdr().word(7);
        xdr.string("int").word(1).word(1);
        xdr.string("uint").word(2).word(2);
        xdr.string("llong").word(3).doubleWord(3);
        xdr.string("ullong").word(4).doubleWord(4);
        xdr.string("double").word(5).doubleWord(5);
        xdr.string("boolean").word(6).word(1);
        xdr.string("string").word(7).string("text");
        XdrReader reader = reader(xdr);
        assertThat(reader.typedParams()).extracting(TypedParam::value).containsExactly(1L, 2L, 3L, 4L, 5L, 1L, "text");
        reader.end();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65, Integer.MAX_VALUE})
    void tooManyParametersAreAViolation(int count) {
        assertThatThrownBy(() -> reader(new Xdr().word(count)).typedParams()).isInstanceOf(RelayViolation.class);
    }

    @Test
    void anUnknownTypeIsAViolation() {
        assertThatThrownBy(() ->
                        reader(new Xdr().word(1).string("x").word(8).word(0)).typedParams())
                .isInstanceOf(RelayViolation.class)
                .hasMessageContaining("unknown type 8");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLengthBeyondTheMessageIsAViolation(int length) {
        assertThatThrownBy(() -> reader(new Xdr().word(length).word(0)).opaque())
                .isInstanceOf(RelayViolation.class);
    }

    @Test
    void paddingThatIsNotZeroIsAViolation() {
        Xdr xdr = new Xdr().word(1).raw(new byte[] {'a', 0, 1, 0});
        assertThatThrownBy(() -> reader(xdr).string()).isInstanceOf(RelayViolation.class);
    }

    @Test
    void textThatIsNotUtf8IsAViolation() {
        assertThatThrownBy(() -> reader(new Xdr().opaque(new byte[] {(byte) 0xff, (byte) 0xfe}))
                        .string())
                .isInstanceOf(RelayViolation.class);
    }

    @Test
    void aZeroByteInAStringIsAViolation() {
        assertThatThrownBy(() -> reader(new Xdr().string("vm1\0x")).string()).isInstanceOf(RelayViolation.class);
    }

    @Test
    void whatFollowsTheArgumentsIsAViolation() {
        assertThatThrownBy(() -> reader(new Xdr().word(1)).end()).isInstanceOf(RelayViolation.class);
    }

    @Test
    void theProcedureIsNamed() {
        assertThatThrownBy(() -> reader(new Xdr()).word())
                .isInstanceOfSatisfying(
                        RelayViolation.class, e -> assertThat(e.procedure()).isEqualTo(303));
    }
}
