package org.droveway.agent.peer;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.droveway.agent.identity.Identity;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;

/** Where other agents come in: on the management address and nowhere else. */
public final class PeerListener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PeerListener.class.getName());
    private static final int MOST_CONNECTIONS = 64;
    private static final int IDLE_MS = 60_000;

    private final Identity identity;
    private final PeerHandler handler;
    private final Executor executor;
    private final ServerSocket listener;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> live = ConcurrentHashMap.newKeySet();

    private PeerListener(Identity identity, PeerHandler handler, Executor executor, ServerSocket listener) {
        this.identity = identity;
        this.handler = handler;
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Listens from now on.
     *
     * @param executor gives each connection a thread
     */
    public static PeerListener listen(
            Identity identity, InetSocketAddress address, PeerHandler handler, Executor executor) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        try {
            listener.bind(address);
        } catch (IOException e) {
            listener.close();
            throw new IOException("cannot listen for peers on " + address + ": " + e.getMessage(), e);
        }
        PeerListener peers = new PeerListener(identity, handler, executor, listener);
        executor.execute(peers::acceptAll);
        return peers;
    }

    /** The port, also when it was given as 0. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : live) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                if (free.tryAcquire()) {
                    live.add(socket);
                    executor.execute(() -> serve(socket));
                } else {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            MOST_CONNECTIONS + " peers are connected, one more is turned away");
                    socket.close();
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "peer listener: " + e.getMessage());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                PeerConnection connection = PeerConnection.accept(identity, socket)) {
            converse(connection, connection.host(identity));
        } catch (EOFException | SocketTimeoutException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "peer " + socket.getRemoteSocketAddress() + " is done: " + e.getMessage());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "peer " + socket.getRemoteSocketAddress() + ": " + e.getMessage());
        } finally {
            live.remove(socket);
            free.release();
        }
    }

    private void converse(PeerConnection connection, String host) throws IOException {
        while (true) {
            connection.readTimeout(IDLE_MS);
            PeerRequest request = PeerFrames.read(connection.in(), PeerRequest.class);
            if (request instanceof PeerRequest.Relay relay) {
                relay(connection, relay, host);
                return;
            }
            PeerFrames.write(connection.out(), handler.handle(request, host));
        }
    }

    private void relay(PeerConnection connection, PeerRequest.Relay relay, String host) throws IOException {
        PeerResponse answer = handler.admit(relay, host);
        PeerFrames.write(connection.out(), answer);
        if (answer instanceof PeerResponse.Done) {
            connection.share();
            handler.carry(relay, connection);
        }
    }
}
