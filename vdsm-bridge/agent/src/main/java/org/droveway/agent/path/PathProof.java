package org.droveway.agent.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.droveway.protocol.AddressText;

/** The source's half of rule 6: the nonce over the leased port, from the address that QEMU's connection will have. */
public final class PathProof {
    private static final int CONNECT_MS = 5_000;
    private static final int ANSWER_MS = 5_000;

    private PathProof() {}

    /**
     * Proves the way.
     *
     * @return the connection over which it was proved, for more questions
     * @throws IOException if it cannot be connected, leaves from another address, or the answer is wrong
     */
    public static ProvedPath prove(InetAddress source, InetAddress destination, int port, byte[] nonce, UUID lease)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(destination, port), CONNECT_MS);
            if (!socket.getLocalAddress().equals(source)) {
                throw new IOException("the connection left from "
                        + AddressText.of(socket.getLocalAddress().getAddress()) + ", needed "
                        + AddressText.of(source.getAddress()));
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MS);
            socket.getOutputStream().write(nonce);
            socket.getOutputStream().flush();
            byte[] expected = answer(nonce, lease);
            byte[] found = socket.getInputStream().readNBytes(expected.length);
            if (!Arrays.equals(expected, found)) {
                throw new IOException("the answer on port " + port + " is not the destination agent's");
            }
            return new ProvedPath(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
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
