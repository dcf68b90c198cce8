package org.droveway.agent.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.droveway.agent.identity.MigrationTls;

/** The destination's half of rule 6: listens itself on the leased port for one connection from the permit's source address. */
public final class ProofListener implements AutoCloseable {
    /** Length of a nonce. */
    public static final int NONCE_BYTES = 32;

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int READ_MS = 2_000;
    private static final int QUESTION_MS = 5_000;

    private final ServerSocket listener;
    private final InetAddress source;
    private final byte[] nonce;
    private final UUID lease;
    private final MigrationTls tls;

    private ProofListener(ServerSocket listener, InetAddress source, byte[] nonce, UUID lease, MigrationTls tls) {
        this.listener = listener;
        this.source = source;
        this.nonce = nonce.clone();
        this.lease = lease;
        this.tls = tls;
    }

    /** Listens when this returns; {@link #await} must follow. */
    public static ProofListener listen(
            InetAddress address, int port, InetAddress source, byte[] nonce, UUID lease, MigrationTls tls)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, port), 4);
            return new ProofListener(listener, source, nonce, lease, tls);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /**
     * Waits at most 10 s for the nonce; whoever else connects is turned away. The port is free again when this returns.
     *
     * @param proved done when the nonce came, before the source hears of it
     */
    public boolean await(Runnable proved) throws IOException {
        long end = System.nanoTime() + WAIT.toNanos();
        try (listener) {
            while (true) {
                int left = (int) ((end - System.nanoTime()) / 1_000_000);
                if (left <= 0) {
                    return false;
                }
                listener.setSoTimeout(left);
                try (Socket socket = listener.accept()) {
                    if (proved(socket, proved)) {
                        return true;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    return false;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** An older source asks nothing and closes. */
    private void questions(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(QUESTION_MS);
            new PathAnswers(tls).serve(socket);
        } catch (IOException e) {
            // The source heard, or sees the end of the connection, and says what that means.
            System.getLogger(ProofListener.class.getName())
                    .log(System.Logger.Level.WARNING, "questions over the proved way ended: " + e.getMessage());
        }
    }

    private boolean proved(Socket socket, Runnable proved) throws IOException {
        if (!socket.getInetAddress().equals(source)) {
            return false;
        }
        socket.setSoTimeout(READ_MS);
        try {
            if (!Arrays.equals(nonce, socket.getInputStream().readNBytes(NONCE_BYTES))) {
                return false;
            }
            // QEMU will bind this port as soon as the source has the answer.
            listener.close();
            proved.run();
            socket.getOutputStream().write(PathProof.answer(nonce, lease));
            socket.getOutputStream().flush();
            questions(socket);
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }
}
