package org.droveway.agent.migration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.droveway.agent.identity.MigrationTls;
import org.droveway.agent.path.ProofListener;
import org.droveway.protocol.permit.Permit;

/** Listens on every port of a lease: a firewall on the way that lets only one of them through is found before libvirt is. */
final class ProofListeners {
    private final List<ProofListener> listeners;

    private ProofListeners(List<ProofListener> listeners) {
        this.listeners = listeners;
    }

    /** Listens on all of them when this returns; {@link #await} must follow. */
    static ProofListeners listen(Permit permit, List<Integer> ports, byte[] nonce, UUID lease, MigrationTls tls)
            throws IOException {
        List<ProofListener> listeners = new ArrayList<>();
        try {
            for (int port : ports) {
                listeners.add(ProofListener.listen(
                        Addresses.numeric(permit.destinationAddress()),
                        port,
                        Addresses.numeric(permit.sourceAddress()),
                        nonce,
                        lease,
                        tls));
            }
        } catch (IOException e) {
            close(listeners);
            throw e;
        }
        return new ProofListeners(listeners);
    }

    /**
     * Waits at most 10 s at each for the nonce, in their order. The ports are free again when this returns.
     *
     * @param proved done when the nonce came to the last one, before the source hears of it
     */
    boolean await(Runnable proved) throws IOException {
        try {
            for (ProofListener listener : listeners) {
                boolean last = listener == listeners.get(listeners.size() - 1);
                if (!listener.await(last ? proved : () -> {})) {
                    return false;
                }
            }
            return true;
        } finally {
            close(listeners);
        }
    }

    private static void close(List<ProofListener> listeners) throws IOException {
        for (ProofListener listener : listeners) {
            listener.close();
        }
    }
}
