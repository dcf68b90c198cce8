package org.droveway.agent.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestNetlinkMessage {
    private static final int MULTI = 2;

    private static ByteBuffer message(int type, int flags, byte... body) {
        return ByteBuffer.wrap(NetlinkMessage.request(type, flags, body)).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer joined(ByteBuffer... parts) {
        ByteBuffer all = ByteBuffer.allocate(1024).order(ByteOrder.nativeOrder());
        for (ByteBuffer part : parts) {
            all.put(part);
            all.position(NetlinkMessage.align(all.position()));
        }
        return all.flip();
    }

    @Test
    void readsEveryMessageOfADatagram() throws IOException {
        List<NetlinkMessage> messages = new ArrayList<>();
        boolean more = NetlinkMessage.parse(
                joined(
                        message(NetlinkMessage.NEW_LINK, MULTI, (byte) 1, (byte) 2, (byte) 3),
                        message(NetlinkMessage.NEW_ADDRESS, MULTI, (byte) 4)),
                messages);
        assertThat(more).isTrue();
        assertThat(messages)
                .extracting(NetlinkMessage::type)
                .containsExactly(NetlinkMessage.NEW_LINK, NetlinkMessage.NEW_ADDRESS);
    }

    @Test
    void knowsTheEndOfADump() throws IOException {
        List<NetlinkMessage> messages = new ArrayList<>();
        assertThat(NetlinkMessage.parse(joined(message(3, MULTI, (byte) 0, (byte) 0, (byte) 0, (byte) 0)), messages))
                .isFalse();
        assertThat(messages).isEmpty();
    }

    @Test
    void anErrorIsAnException() {
        ByteBuffer error = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(-1);
        assertThatThrownBy(() -> NetlinkMessage.parse(message(2, 0, error.array()), new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("error 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 1_000_000, -1})
    void aLengthThatCannotBeIsAnException(int length) {
        ByteBuffer message = message(NetlinkMessage.NEW_LINK, 0);
        message.putInt(0, length);
        assertThatThrownBy(() -> NetlinkMessage.parse(message, new ArrayList<>()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsAttributes() {
        ByteBuffer body = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        body.putInt(0).putShort((short) 5).putShort((short) 3).put((byte) 9).position(12);
        body.putShort((short) 4).putShort((short) 7);
        NetlinkMessage message = new NetlinkMessage(NetlinkMessage.NEW_LINK, body.position(0));
        assertThat(message.attributes(4)).containsOnlyKeys(3, 7);
        assertThat(message.attributes(4).get(3).get(0)).isEqualTo((byte) 9);
    }

    @Test
    void randomBytesNeverMakeItHangOrRunAway() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length >= 4) {
                bytes[0] = (byte) random.nextInt(bytes.length + 4);
                bytes[1] = bytes[2] = bytes[3] = 0;
            }
            List<NetlinkMessage> messages = new ArrayList<>();
            try {
                NetlinkMessage.parse(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()), messages);
            } catch (IOException | IndexOutOfBoundsException e) {
                assertThat(e).isNotNull();
            }
            messages.forEach(message -> assertThat(message.attributes(0).size()).isLessThan(80));
        }
    }
}
