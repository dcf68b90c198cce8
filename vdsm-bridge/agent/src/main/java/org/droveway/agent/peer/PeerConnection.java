package org.droveway.agent.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;

/** One mTLS connection to another agent whose certificate was checked. */
final class PeerConnection implements Duplex {
    private static final int CONNECT_MS = 5_000;
    private static final int HANDSHAKE_MS = 10_000;

    private final Socket plain;
    private final SSLSocket socket;
    private volatile boolean shared;

    private PeerConnection(Socket plain, SSLSocket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    /**
     * Connects as a client.
     *
     * @param host whose certificate the other end must show
     * @throws PeerUntrustedException if it is another one's, or the handshake fails
     */
    static PeerConnection open(Identity identity, InetSocketAddress address, String host) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(address, CONNECT_MS);
            SSLSocket socket =
                    (SSLSocket) identity.peers().getSocketFactory().createSocket(plain, host, address.getPort(), true);
            socket.setUseClientMode(true);
            PeerConnection connection = new PeerConnection(plain, socket);
            connection.handshake();
            connection.require(identity, host);
            return connection;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** The server's end of an accepted connection, its client authenticated. */
    static PeerConnection accept(Identity identity, Socket plain) throws IOException {
        plain.setTcpNoDelay(true);
        SSLSocket socket = (SSLSocket) identity.peers().getSocketFactory().createSocket(plain, null, true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(true);
        PeerConnection connection = new PeerConnection(plain, socket);
        connection.handshake();
        return connection;
    }

    /** Asks and waits for the answer, at most this long. */
    PeerResponse ask(PeerRequest request, int timeoutMs) throws IOException {
        socket.setSoTimeout(timeoutMs);
        PeerFrames.write(out(), request);
        return PeerFrames.read(in(), PeerResponse.class);
    }

    /** Name of the other end. */
    String host(Identity identity) throws IOException {
        return identity.hostOf(socket.getSession());
    }

    /** How long a read may wait, ms. */
    void readTimeout(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
    }

    /** From here on two threads use the connection, and a read may wait for ever. */
    void share() throws IOException {
        socket.setSoTimeout(0);
        shared = true;
    }

    @Override
    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** A shared connection is cut: TLS's own goodbye would wait for a writer that is held up. */
    @Override
    public void close() throws IOException {
        if (!shared) {
            socket.close();
        }
        plain.close();
    }

    private void handshake() throws IOException {
        socket.setSoTimeout(HANDSHAKE_MS);
        try {
            socket.startHandshake();
        } catch (javax.net.ssl.SSLException e) {
            throw new PeerUntrustedException("TLS handshake: " + e.getMessage(), e);
        }
    }

    private void require(Identity identity, String host) throws IOException {
        String found;
        try {
            found = host(identity);
        } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
            throw new PeerUntrustedException("certificate: " + e.getMessage(), e);
        }
        if (!host.equals(found)) {
            throw new PeerUntrustedException("the certificate is that of " + found + ", needed " + host, null);
        }
    }
}
