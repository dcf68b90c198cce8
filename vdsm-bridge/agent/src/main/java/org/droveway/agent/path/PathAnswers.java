package org.droveway.agent.path;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.droveway.agent.identity.MigrationTls;

/** The destination's end of a proved connection: answers what the source asks, until it goes or has had its share. */
final class PathAnswers {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 64L << 20;

    private final MigrationTls tls;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private long bytes;

    PathAnswers(MigrationTls tls) {
        this.tls = requireNonNull(tls, "tls");
    }

    /** Answers until the source closes. */
    void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        for (int letter = in.read(); letter >= 0; letter = in.read()) {
            if (System.nanoTime() > end) {
                throw new IOException("the source asks for longer than " + LONGEST.toSeconds() + " s");
            }
            if (letter == Question.TLS.letter()) {
                out.writeByte(letter);
                out.flush();
                secured(socket);
                return;
            }
            answer(letter, in, out);
            out.flush();
        }
    }

    private void answer(int letter, DataInputStream in, DataOutputStream out) throws IOException {
        if (letter == Question.ROUND_TRIP.letter()) {
            out.writeByte(letter);
        } else if (letter == Question.TAKE.letter()) {
            in.skipNBytes(length(in));
            out.writeByte(letter);
        } else if (letter == Question.GIVE.letter()) {
            out.write(new byte[length(in)]);
        } else {
            throw new IOException("the source asks " + letter + ", which is no question");
        }
    }

    private int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        bytes += length;
        if (length < 0 || length > ProvedPath.LONGEST_BLOCK || bytes > MOST_BYTES) {
            throw new IOException("the source asks for " + length + " bytes, after " + (bytes - length));
        }
        return length;
    }

    private void secured(Socket socket) throws IOException {
        SSLContext server = tls.server();
        try (SSLSocket secured = (SSLSocket) server.getSocketFactory().createSocket(socket, null, false)) {
            secured.setUseClientMode(false);
            secured.setNeedClientAuth(true);
            secured.startHandshake();
            serve(secured);
        }
    }
}
