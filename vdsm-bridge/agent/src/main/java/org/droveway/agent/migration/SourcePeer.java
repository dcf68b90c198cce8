package org.droveway.agent.migration;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.negotiation.RefusedException;
import org.droveway.agent.path.PathCheck;
import org.droveway.agent.path.PathProof;
import org.droveway.agent.path.ProofListener;
import org.droveway.agent.path.ProvedPath;
import org.droveway.agent.peer.PeerClient;
import org.droveway.protocol.Capability;
import org.droveway.protocol.Security;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.PathReport;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;
import org.droveway.protocol.peer.VmOffer;
import org.jspecify.annotations.Nullable;

/** The source's requests to the destination agent. */
final class SourcePeer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourcePeer.class.getName());
    private static final Duration RENEW_EVERY = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PeerClient client;
    private final SourceJournal journal;
    private final Clock clock;
    private final PathCheck paths;
    private Instant renewedAt;
    private @Nullable PathReport path;
    private @Nullable Observation observation;

    SourcePeer(PeerClient client, SourceJournal journal, PathCheck paths, Clock clock) {
        this.client = client;
        this.journal = journal;
        this.paths = paths;
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
        for (int port : journal.now().ports().leased()) {
            try {
                prove(port, nonce);
            } catch (RefusedException e) {
                return new SourceInput.StepFailed(e.refusals());
            } catch (IOException e) {
                return new SourceInput.StepFailed(List.of(Reported.notProved(
                        journal.permit().destinationAddress(), port, String.valueOf(e.getMessage()))));
            }
        }
        return new SourceInput.Proved();
    }

    /** What was found about the way; null before, and with a destination agent that answers no questions about it. */
    @Nullable
    PathReport path() {
        return path;
    }

    /** Another port for a post-copy that was interrupted; written down before it is used. */
    SourceInput resume(VmOffer vm) {
        SourceRecord record = journal.now();
        try {
            PeerResponse answer =
                    client.ask(new PeerRequest.Resume(record.order().permit(), vm, record.parameters()));
            if (!(answer instanceof PeerResponse.Accept accept)) {
                return failed(answer);
            }
            UUID lease = Objects.requireNonNull(accept.lease(), "lease");
            journal.become(record.accepted(lease, Ports.of(accept), accept.parameters(), accept.capabilities()));
            return new SourceInput.ResumeAccepted();
        } catch (RefusedException e) {
            return new SourceInput.StepFailed(e.refusals());
        } catch (IOException e) {
            return failed(e);
        }
    }

    SourceInput release(String evidence) {
        try {
            PeerResponse answer = client.ask(new PeerRequest.Released(lease(), evidence));
            return answer instanceof PeerResponse.Resumed
                    ? new SourceInput.Resumed()
                    : new SourceInput.ReleaseUnconfirmed(
                            "host " + journal.permit().destinationHost() + " answers " + answer);
        } catch (IOException e) {
            return new SourceInput.ReleaseUnconfirmed(String.valueOf(e.getMessage()));
        }
    }

    /** What the destination's libvirt says; null if it does not answer. */
    @Nullable
    DomainStatus locate() {
        if (journal.now().lease() == null) {
            // Nothing was ever prepared there.
            return DomainStatus.ABSENT;
        }
        try {
            PeerResponse answer = client.ask(new PeerRequest.Locate(
                    journal.now().migration(), journal.permit().vm()));
            return answer instanceof PeerResponse.Located located ? DomainStatus.ofWord(located.state()) : null;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the destination does not answer: " + e.getMessage());
            return null;
        }
    }

    SourceInput close(boolean completed) {
        if (journal.now().lease() == null) {
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
        if (journal.now().lease() == null || !due || state.phase().compareTo(SourcePhase.CLOSING) >= 0) {
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
        return Objects.requireNonNull(journal.now().lease(), "lease");
    }

    /** The way is the same for every port: over the first one it is looked at too. */
    private void prove(int port, byte[] nonce) throws IOException, RefusedException {
        InetAddress there = Addresses.numeric(journal.permit().destinationAddress());
        try (ProvedPath proved =
                PathProof.prove(Addresses.numeric(journal.permit().sourceAddress()), there, port, nonce, lease())) {
            if (path == null && journal.now().destinationCan(Capability.PATH_CHECK)) {
                path = paths.check(proved, journal.permit(), there, tlsDestination());
            }
        }
    }

    private @Nullable String tlsDestination() {
        return journal.now().parameters().security() == Security.SECURE
                ? journal.now().parameters().tlsDestination()
                : null;
    }

    private SourceInput failed(PeerResponse answer) {
        return new SourceInput.StepFailed(
                answer instanceof PeerResponse.Refuse refuse ? refuse.refusals() : Reported.unexpected(answer));
    }

    private SourceInput failed(IOException failure) {
        return new SourceInput.StepFailed(List.of(Reported.peer(journal.permit().destinationHost(), failure)));
    }
}
