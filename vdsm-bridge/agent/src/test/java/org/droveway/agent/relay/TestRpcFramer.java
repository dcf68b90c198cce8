package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestRpcFramer {
    private static final int LIMIT = 4096;

    private final RpcFramer framer = new RpcFramer(header -> LIMIT);

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(List<RpcFrame> frames) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (RpcFrame frame : frames) {
            frame.writeTo(all);
        }
        return all.toByteArray();
    }

    @Test
    void aWholeMessageComesOutAsItWentIn() throws Exception {
        byte[] message = Xdr.call(1, 7, new Xdr().word(0).word(0).bytes());
        List<RpcFrame> frames = framer.feed(message, message.length);
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).header())
                .isEqualTo(new RpcHeader(message.length, RpcHeader.PROGRAM_REMOTE, 1, 1, 0, 7, 0));
        assertThat(bytes(frames)).isEqualTo(message);
        assertThat(framer.midMessage()).isFalse();
    }

    @Test
    void messagesWithoutABodyFollowEachOther() throws Exception {
        byte[] two = join(Xdr.keepalive(1), Xdr.keepalive(2));
        assertThat(framer.feed(two, two.length))
                .extracting(f -> f.header().procedure())
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 27, 28, 29, 31, 64, 1000})
    void itDoesNotMatterHowTheStreamIsCut(int step) throws Exception {
        byte[] stream = join(
                Xdr.keepalive(1), Xdr.call(60, 1, new byte[4]), Xdr.call(303, 2, new byte[997 * 4]), Xdr.keepalive(2));
        List<RpcFrame> frames = new ArrayList<>();
        for (int from = 0; from < stream.length; from += step) {
            byte[] chunk = Arrays.copyOfRange(stream, from, Math.min(stream.length, from + step));
            frames.addAll(framer.feed(chunk, chunk.length));
        }
        assertThat(bytes(frames)).isEqualTo(stream);
    }

    @Test
    void halfAMessageIsMidMessage() throws Exception {
        assertThat(framer.feed(new byte[] {0, 0, 0}, 3)).isEmpty();
        assertThat(framer.midMessage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 27, -1, Integer.MIN_VALUE, LIMIT + 1, Integer.MAX_VALUE})
    void aLengthOutOfRangeIsAViolation(int length) {
        byte[] head = new Xdr().word(length).raw(new byte[24]).bytes();
        assertThatThrownBy(() -> framer.feed(head, head.length)).isInstanceOf(RelayViolation.class);
    }

    @Test
    void aStreamOfNoiseEndsInAViolationOrNothing() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            RpcFramer fresh = new RpcFramer(RelayPolicy::callLimit);
            try {
                assertThat(fresh.feed(noise, noise.length)).isEmpty();
            } catch (RelayViolation e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
