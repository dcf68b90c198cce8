package org.droveway.agent.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.UUID;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.jspecify.annotations.Nullable;

/** The source agent's conversation with one destination agent; connects when needed, again when the connection was lost. */
public final class PeerClient implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PeerClient.class.getName());
    private static final int ANSWER_MS = 30_000;
    /** A negotiation looks at what is known or quickly asked; who takes longer is stuck. */
    private static final int OFFER_MS = 5_000;

    private final Identity identity;
    private final InetSocketAddress address;
    private final String host;
    private @Nullable PeerConnection connection;

    /**
     * Connects to nobody yet.
     *
     * @param host whose certificate the other end must show
     */
    public PeerClient(Identity identity, InetSocketAddress address, String host) {
        this.identity = identity;
        this.address = address;
        this.host = host;
    }

    /**
     * Asks and waits for the answer, at most 30 s, to an Offer 5 s. A connection that has been idle may have been lost unnoticed: then the request is
     * sent again on a new one, except an Offer, which redeems a permit.
     */
    public synchronized PeerResponse ask(PeerRequest request) throws IOException {
        PeerConnection used = connection;
        if (used != null && !(request instanceof PeerRequest.Offer)) {
            try {
                return used.ask(request, ANSWER_MS);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "connection to " + host + " was lost: " + e.getMessage());
            }
        }
        close();
        PeerConnection fresh = PeerConnection.open(identity, address, host);
        connection = fresh;
        try {
            return answered(fresh, request);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private PeerResponse answered(PeerConnection fresh, PeerRequest request) throws IOException {
        int limit = request instanceof PeerRequest.Offer ? OFFER_MS : ANSWER_MS;
        try {
            return fresh.ask(request, limit);
        } catch (SocketTimeoutException e) {
            throw new IOException("host " + host + " did not answer within " + limit + " ms", e);
        }
    }

    /** A connection of its own that carries libvirt's bytes. */
    public Duplex relay(UUID lease) throws IOException {
        PeerConnection relay = PeerConnection.open(identity, address, host);
        try {
            PeerResponse answer = relay.ask(new PeerRequest.Relay(lease), ANSWER_MS);
            if (!(answer instanceof PeerResponse.Done)) {
                throw new IOException("host " + host + " does not relay: " + answer);
            }
            relay.share();
            return relay;
        } catch (IOException e) {
            relay.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        PeerConnection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "while closing the connection to " + host + ": " + e.getMessage());
            }
        }
    }
}
