package org.droveway.agent.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes what libvirt's client writes. */
final class Xdr {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    static byte[] message(int program, int procedure, int type, int serial, int status, byte[] body) {
        Xdr xdr = new Xdr()
                .word(RpcHeader.SIZE + body.length)
                .word(program)
                .word(1)
                .word(procedure)
                .word(type)
                .word(serial)
                .word(status);
        return xdr.raw(body).bytes();
    }

    static byte[] call(int procedure, int serial, byte[] body) {
        return message(RpcHeader.PROGRAM_REMOTE, procedure, RpcHeader.TYPE_CALL, serial, 0, body);
    }

    static byte[] reply(int procedure, int serial, byte[] body) {
        return message(RpcHeader.PROGRAM_REMOTE, procedure, RpcHeader.TYPE_REPLY, serial, 0, body);
    }

    static byte[] keepalive(int procedure) {
        return message(RpcHeader.PROGRAM_KEEPALIVE, procedure, RpcHeader.TYPE_MESSAGE, 0, 0, new byte[0]);
    }

    Xdr word(int value) {
        return write(() -> data.writeInt(value));
    }

    Xdr doubleWord(long value) {
        return write(() -> data.writeLong(value));
    }

    Xdr string(String text) {
        return opaque(text.getBytes(StandardCharsets.UTF_8));
    }

    Xdr opaque(byte[] raw) {
        word(raw.length);
        raw(raw);
        return raw(new byte[(4 - raw.length % 4) % 4]);
    }

    Xdr param(String name, String value) {
        return string(name).word(TypedParam.STRING).string(value);
    }

    Xdr param(String name, long value) {
        return string(name).word(TypedParam.ULLONG).doubleWord(value);
    }

    Xdr param(String name, int value) {
        return string(name).word(TypedParam.INT).word(value);
    }

    Xdr raw(byte[] raw) {
        return write(() -> data.write(raw));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private interface Write {
        void run() throws IOException;
    }

    private Xdr write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
