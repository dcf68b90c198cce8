package org.droveway.agent.migration;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.droveway.protocol.AddressText;

/** The source's half of rule 6: the nonce over the leased port, from the address that QEMU's connection will have. */
final class PathProof {
    private static final int CONNECT_MS = 5_000;
    private static final int ANSWER_MS = 5_000;
    private static final int DISCARD_PORT = 9;

    private PathProof() {}

    /** The address the kernel takes towards the destination, as for every unbound socket; empty if there is no route. */
    static Optional<InetAddress> routeAddress(InetAddress destination) {
        try (DatagramSocket probe = new DatagramSocket()) {
            // Connecting a datagram socket sends nothing.
            probe.connect(new InetSocketAddress(destination, DISCARD_PORT));
            InetAddress local = probe.getLocalAddress();
            return local.isAnyLocalAddress() ? Optional.empty() : Optional.of(local);
        } catch (SocketException | java.io.UncheckedIOException e) {
            System.getLogger(PathProof.class.getName())
                    .log(System.Logger.Level.DEBUG, "no route to " + destination + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Proves the way.
     *
     * @throws IOException if it cannot be connected, leaves from another address, or the answer is wrong
     */
    static void prove(InetAddress source, InetAddress destination, int port, byte[] nonce, UUID lease)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(destination, port), CONNECT_MS);
            if (!socket.getLocalAddress().equals(source)) {
                throw new IOException("the connection left from "
                        + AddressText.of(socket.getLocalAddress().getAddress()) + ", needed "
                        + AddressText.of(source.getAddress()));
            }
            socket.setSoTimeout(ANSWER_MS);
            socket.getOutputStream().write(nonce);
            socket.getOutputStream().flush();
            byte[] expected = answer(nonce, lease);
            byte[] found = socket.getInputStream().readNBytes(expected.length);
            if (!Arrays.equals(expected, found)) {
                throw new IOException("the answer on port " + port + " is not the destination agent's");
            }
        }
    }

    /** SHA-256 over the nonce and the lease's id as text. */
    static byte[] answer(byte[] nonce, UUID lease) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(nonce);
            return digest.digest(lease.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
