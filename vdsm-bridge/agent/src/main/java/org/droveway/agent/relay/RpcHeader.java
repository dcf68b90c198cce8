package org.droveway.agent.relay;

import java.nio.ByteBuffer;

/**
 * Head of a libvirt RPC message, as on the wire: six big-endian words after the length.
 *
 * @param length of the whole message with the length word itself, bytes
 */
record RpcHeader(int length, int program, int version, int procedure, int type, int serial, int status) {
    /** Length word and header, bytes. */
    static final int SIZE = 28;

    static final int PROGRAM_REMOTE = 0x20008086;
    static final int PROGRAM_KEEPALIVE = 0x6b656570;
    static final int VERSION = 1;

    static final int TYPE_CALL = 0;
    static final int TYPE_REPLY = 1;
    static final int TYPE_MESSAGE = 2;

    static final int STATUS_OK = 0;
    static final int STATUS_ERROR = 1;

    /** Reads the first {@link #SIZE} bytes. */
    static RpcHeader read(byte[] head) {
        ByteBuffer words = ByteBuffer.wrap(head, 0, SIZE);
        return new RpcHeader(
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt());
    }

    boolean keepalive() {
        return program == PROGRAM_KEEPALIVE;
    }
}
