package org.droveway.agent.peer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.droveway.protocol.Json;

/** Length-prefixed JSON: 4 bytes, big-endian, at most 4 MiB. */
final class PeerFrames {
    static final int LONGEST = 4 << 20;

    private PeerFrames() {}

    static void write(OutputStream out, Object message) throws IOException {
        byte[] json = Json.mapper().writeValueAsBytes(message);
        if (json.length > LONGEST) {
            throw new IOException("message of " + json.length + " bytes, needed at most " + LONGEST);
        }
        byte[] frame = new byte[4 + json.length];
        java.nio.ByteBuffer.wrap(frame).putInt(json.length).put(json);
        DataOutputStream data = new DataOutputStream(out);
        data.write(frame);
        data.flush();
    }

    /** Throws EOFException if the stream ends, an IOException if it is not a message of this type. */
    static <T> T read(InputStream in, Class<T> type) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length = data.readInt();
        if (length < 2 || length > LONGEST) {
            throw new IOException(
                    "message claims " + Integer.toUnsignedString(length) + " bytes, needed 2 to " + LONGEST);
        }
        byte[] json = data.readNBytes(length);
        if (json.length < length) {
            throw new java.io.EOFException("the message ends after " + json.length + " of " + length + " bytes");
        }
        T message = Json.mapper().readValue(json, type);
        if (message == null) {
            throw new IOException("message is null, needed a " + type.getSimpleName());
        }
        return message;
    }
}
