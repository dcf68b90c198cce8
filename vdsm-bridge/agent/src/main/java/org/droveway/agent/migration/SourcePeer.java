package org.droveway.agent.migration;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.peer.PeerClient;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.jspecify.annotations.Nullable;

/** The source's requests to the destination agent. */
final class SourcePeer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourcePeer.class.getName());
    private static final Duration RENEW_EVERY = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PeerClient client;
    private final SourceRecord record;
    private final Clock clock;
    private Instant renewedAt;
    private @Nullable Observation observation;

    SourcePeer(PeerClient client, SourceRecord record, Clock clock) {
        this.client = client;
        this.record = record;
        this.clock = clock;
        this.renewedAt = clock.instant();
    }

    SourceInput openPinhole() {
        try {
            PeerResponse answer = client.ask(new PeerRequest.OpenPinhole(lease()));
            return answer instanceof PeerResponse.Done ? new SourceInput.PinholeOpened() : failed(answer);
        } catch (IOException e) {
            return failed(e);
        }
    }

    SourceInput prove() {
        byte[] nonce = new byte[ProofListener.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        try {
            PeerResponse answer = client.ask(new PeerRequest.ListenForProof(lease(), text));
            if (!(answer instanceof PeerResponse.Done)) {
                return failed(answer);
            }
        } catch (IOException e) {
            return failed(e);
        }
        for (int port : record.ports().leased()) {
            String destination = record.permit().destinationAddress();
            try {
                PathProof.prove(
                        Addresses.numeric(record.permit().sourceAddress()),
                        Addresses.numeric(destination),
                        port,
                        nonce,
                        lease());
            } catch (IOException e) {
                return new SourceInput.StepFailed(
                        List.of(Reported.notProved(destination, port, String.valueOf(e.getMessage()))));
            }
        }
        return new SourceInput.Proved();
    }

    SourceInput release(String evidence) {
        try {
            PeerResponse answer = client.ask(new PeerRequest.Released(lease(), evidence));
            return answer instanceof PeerResponse.Resumed
                    ? new SourceInput.Resumed()
                    : new SourceInput.ReleaseUnconfirmed(
                            "host " + record.permit().destinationHost() + " answers " + answer);
        } catch (IOException e) {
            return new SourceInput.ReleaseUnconfirmed(String.valueOf(e.getMessage()));
        }
    }

    /** What the destination's libvirt says; null if it does not answer. */
    @Nullable
    DomainStatus locate() {
        if (record.lease() == null) {
            // Nothing was ever prepared there.
            return DomainStatus.ABSENT;
        }
        try {
            PeerResponse answer = client.ask(
                    new PeerRequest.Locate(record.migration(), record.permit().vm()));
            return answer instanceof PeerResponse.Located located ? DomainStatus.ofWord(located.state()) : null;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the destination does not answer: " + e.getMessage());
            return null;
        }
    }

    SourceInput close(boolean completed) {
        if (record.lease() == null) {
            return new SourceInput.Closed(null);
        }
        try {
            PeerResponse answer = client.ask(new PeerRequest.Close(lease(), completed));
            if (answer instanceof PeerResponse.Closed closed) {
                observation = closed.observation();
                return new SourceInput.Closed(null);
            }
            return new SourceInput.Closed("the destination did not clean up: " + answer);
        } catch (IOException e) {
            return new SourceInput.Closed(
                    "the destination could not be told the end, its lease ends by itself: " + e.getMessage());
        }
    }

    /** What the destination saw; null if it never said. */
    @Nullable
    Observation observation() {
        return observation;
    }

    void renewWhenDue(SourceState state) {
        Instant now = clock.instant();
        boolean due = Duration.between(renewedAt, now).compareTo(RENEW_EVERY) >= 0;
        if (record.lease() == null || !due || state.phase().compareTo(SourcePhase.CLOSING) >= 0) {
            return;
        }
        renewedAt = now;
        try {
            PeerResponse answer = client.ask(new PeerRequest.Renew(lease()));
            if (!(answer instanceof PeerResponse.Done)) {
                LOG.log(System.Logger.Level.WARNING, "the lease was not renewed: " + answer);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the lease could not be renewed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private UUID lease() {
        return java.util.Objects.requireNonNull(record.lease(), "lease");
    }

    private SourceInput failed(PeerResponse answer) {
        return new SourceInput.StepFailed(
                answer instanceof PeerResponse.Refuse refuse ? refuse.refusals() : Reported.unexpected(answer));
    }

    private SourceInput failed(IOException failure) {
        return new SourceInput.StepFailed(List.of(Reported.peer(record.permit().destinationHost(), failure)));
    }
}
