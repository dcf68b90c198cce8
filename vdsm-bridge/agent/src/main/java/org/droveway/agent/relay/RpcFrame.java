package org.droveway.agent.relay;

import java.io.IOException;
import java.io.OutputStream;

/** A whole message. Head and body are the wire's bytes and are passed on unchanged. */
final class RpcFrame {
    private final RpcHeader header;
    private final byte[] head;
    private final byte[] body;

    RpcFrame(RpcHeader header, byte[] head, byte[] body) {
        this.header = header;
        this.head = head;
        this.body = body;
    }

    RpcHeader header() {
        return header;
    }

    XdrReader payload() {
        return new XdrReader(header.procedure(), body);
    }

    int payloadLength() {
        return body.length;
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        out.flush();
    }
}
