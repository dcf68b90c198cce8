package org.droveway.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid conversations with bytes changed, cut out or put in: each either passes or ends in a violation, and nothing else happens. */
class TestRelayFuzz {
    private static final int ROUNDS = 400;

    private static byte[] conversation() {
        List<byte[]> messages = List.of(
                Xdr.call(66, 1, new byte[0]),
                Xdr.call(
                        1, 2, new Xdr().word(1).string("qemu:///system").word(0).bytes()),
                Xdr.keepalive(1),
                Xdr.call(303, 3, new Prepared().prepare()),
                Xdr.call(306, 4, Prepared.forFinish().finish(0)));
        Xdr all = new Xdr();
        messages.forEach(all::raw);
        return all.bytes();
    }

    private static byte[] mutate(byte[] original, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : original) {
            bytes.add(b);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(4)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) random.nextInt(256));
                default -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
            }
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutatedConversationsPassOrAreRefused(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] stream = mutate(conversation(), random);
            RelayPolicy policy = new RelayPolicy(Prepared.contract(false));
            RpcFramer framer = new RpcFramer(RelayPolicy::callLimit);
            try {
                for (RpcFrame frame : framer.feed(stream, stream.length)) {
                    policy.checkCall(frame);
                }
            } catch (RelayViolation e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, ROUNDS);
    }
}
