package org.droveway.agent.path;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The source's end of the connection over which the nonce came back. */
public final class ProvedPath implements AutoCloseable {
    /** Longest block either side sends in one piece. */
    static final int LONGEST_BLOCK = 256 * 1024;

    private static final int SHORT_BLOCK = 64 * 1024;
    private static final int MOST_BLOCKS = 128;

    private Socket socket;
    private DataInputStream in;
    private DataOutputStream out;

    ProvedPath(Socket socket) throws IOException {
        this.socket = requireNonNull(socket, "socket");
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** How long an answer may take. */
    void patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    /** The shortest of some round trips. */
    Duration roundTrip(int tries) throws IOException {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < tries; i++) {
            long begun = System.nanoTime();
            ask(Question.ROUND_TRIP);
            out.flush();
            expect(Question.ROUND_TRIP);
            shortest = Math.min(shortest, System.nanoTime() - begun);
        }
        return Duration.ofNanos(shortest);
    }

    /** Fills frames to the full in both directions; frames that are lost for their size make it time out. */
    void fullFrames() throws IOException {
        send(new byte[SHORT_BLOCK]);
        expect(Question.TAKE);
        ask(Question.GIVE);
        out.writeInt(SHORT_BLOCK);
        out.flush();
        in.readFully(new byte[SHORT_BLOCK]);
    }

    /** Bytes per second from here to there, sampled for at most so long and over at most 32 MiB. */
    long throughput(Duration atMost) throws IOException {
        byte[] block = new byte[LONGEST_BLOCK];
        long begun = System.nanoTime();
        int blocks = 0;
        while (blocks < MOST_BLOCKS && (blocks == 0 || System.nanoTime() - begun < atMost.toNanos())) {
            send(block);
            blocks++;
        }
        for (int i = 0; i < blocks; i++) {
            expect(Question.TAKE);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Math.round(blocks * (double) LONGEST_BLOCK / seconds);
    }

    /**
     * Begins TLS as QEMU will: both show their migration certificates, this end checks the name.
     *
     * @throws IOException if either does not trust the other
     */
    void secure(SSLContext client, String destination) throws IOException {
        ask(Question.TLS);
        out.flush();
        expect(Question.TLS);
        SSLSocket secured =
                (SSLSocket) client.getSocketFactory().createSocket(socket, destination, socket.getPort(), true);
        socket = secured;
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        in = new DataInputStream(secured.getInputStream());
        out = new DataOutputStream(secured.getOutputStream());
        // With TLS 1.3 the client hears only now that the server does not trust it.
        roundTrip(1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(ProvedPath.class.getName())
                    .log(System.Logger.Level.DEBUG, "the proved connection was not closed in order", e);
        }
    }

    private void send(byte[] block) throws IOException {
        ask(Question.TAKE);
        out.writeInt(block.length);
        out.write(block);
        out.flush();
    }

    private void ask(Question question) throws IOException {
        out.writeByte(question.letter());
    }

    private void expect(Question question) throws IOException {
        int found = in.read();
        if (found < 0) {
            throw new IOException("the destination agent ended the connection in place of an answer");
        }
        if (found != question.letter()) {
            throw new IOException("the destination agent answers " + found + " to " + question);
        }
    }
}
