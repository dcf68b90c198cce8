package org.droveway.agent.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.droveway.agent.firewall.FirewallException;
import org.droveway.agent.lease.UnknownLeaseException;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.agent.path.ProofListener;
import org.droveway.agent.peer.PeerHandler;
import org.droveway.agent.relay.Duplex;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.StreamSecurity;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.peer.PeerResponse;

/** The destination's side: answers the source agent, step by step, and only for leases that are its own. */
final class DestinationService implements PeerHandler {
    private static final System.Logger LOG = System.getLogger(DestinationService.class.getName());

    private final DestinationParts parts;
    private final DestinationSessions sessions;
    private final Acceptance acceptance;
    private final DestinationRelay relay;
    private final IncomingVm incoming;
    private final Resumption resumption;

    DestinationService(DestinationParts parts, DestinationSessions sessions, Audit audit) {
        this.parts = parts;
        this.sessions = sessions;
        this.acceptance = new Acceptance(parts, sessions);
        this.relay = new DestinationRelay(parts, audit);
        this.incoming = new IncomingVm(parts.hypervisor(), parts.clock());
        this.resumption = new Resumption(parts, sessions);
    }

    @Override
    public PeerResponse handle(PeerRequest request, String host) {
        try {
            return answer(request, host);
        } catch (HypervisorException e) {
            return refuse(Reported.libvirt("host " + parts.identity().host(), String.valueOf(e.getMessage())));
        } catch (UnknownLeaseException e) {
            return refuse(Reported.lease(e));
        } catch (FirewallException e) {
            return refuse(Refusal.of(
                    RefusalCode.FIREWALL_UNKNOWN,
                    "host " + parts.identity().host(),
                    String.valueOf(e.getMessage()),
                    "nftables to do it",
                    "look at the agent's log on the host"));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return refuse(Reported.internal("host " + parts.identity().host(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public PeerResponse admit(PeerRequest.Relay request, String host) {
        Optional<DestinationSession> session = sessions.find(request.lease(), host);
        if (session.isEmpty()) {
            return unknown(request.lease());
        }
        try {
            return advance(session.get(), DestinationMachine.Ask.RELAY);
        } catch (UncheckedIOException e) {
            return refuse(Reported.internal("journal", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void carry(PeerRequest.Relay request, Duplex connection) throws IOException {
        Optional<DestinationSession> session = sessions.find(request.lease());
        if (session.isPresent()) {
            relay.carry(session.get(), connection);
        }
    }

    private PeerResponse answer(PeerRequest request, String host) throws HypervisorException, IOException {
        if (request instanceof PeerRequest.Offer offer) {
            return acceptance.answer(offer, host);
        } else if (request instanceof PeerRequest.Locate locate) {
            return locate(locate);
        } else if (request instanceof PeerRequest.Resume resume) {
            return resumption.answer(resume, host);
        } else if (request instanceof PeerRequest.Close close) {
            return close(close, host);
        } else if (request instanceof PeerRequest.OpenPinhole open) {
            return openPinhole(session(open.lease(), host));
        } else if (request instanceof PeerRequest.ListenForProof listen) {
            return listen(session(listen.lease(), host), listen.nonce());
        } else if (request instanceof PeerRequest.Renew renew) {
            parts.leases().renew(session(renew.lease(), host).record().lease());
            return done();
        } else if (request instanceof PeerRequest.Released released) {
            return released(session(released.lease(), host), released.evidence());
        }
        throw new IOException("request " + request.getClass().getSimpleName() + " is not answered here");
    }

    private PeerResponse openPinhole(DestinationSession session) {
        if (session.awaitsLateChannels()) {
            relay.openForLateChannels(session);
            return done();
        }
        Optional<DestinationPhase> next = next(session, DestinationMachine.Ask.OPEN_PINHOLE);
        if (next.isEmpty()) {
            return outOfOrder(session, DestinationMachine.Ask.OPEN_PINHOLE);
        }
        parts.leases().openPinhole(session.record().lease());
        return advance(session, DestinationMachine.Ask.OPEN_PINHOLE);
    }

    private PeerResponse listen(DestinationSession session, String nonce) throws IOException {
        return next(session, DestinationMachine.Ask.LISTEN_FOR_PROOF).isEmpty()
                ? outOfOrder(session, DestinationMachine.Ask.LISTEN_FOR_PROOF)
                : proof(session, nonce);
    }

    /** Done as soon as the ports listen; the session is proved when the nonce has come to each of them. */
    private PeerResponse proof(DestinationSession session, String nonce) throws IOException {
        UUID lease = session.record().lease();
        List<Integer> ports = parts.leases()
                .find(lease)
                .orElseThrow(() -> new UnknownLeaseException(lease))
                .ports();
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(nonce);
        if (bytes.length != ProofListener.NONCE_BYTES) {
            throw new IOException("nonce of " + bytes.length + " bytes, needed " + ProofListener.NONCE_BYTES);
        }
        ProofListeners listeners = ProofListeners.listen(session.record().permit(), ports, bytes, lease, parts.tls());
        parts.executor().execute(() -> awaitProof(session, listeners));
        return done();
    }

    private void awaitProof(DestinationSession session, ProofListeners listeners) {
        try {
            if (listeners.await(() -> advance(session, DestinationMachine.Ask.LISTEN_FOR_PROOF))) {
                LOG.log(System.Logger.Level.DEBUG, session.object() + ": the way is proved");
            } else {
                LOG.log(System.Logger.Level.WARNING, session.object() + ": no nonce came over a leased port");
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, session.object() + ": the way is not proved: " + e.getMessage());
        }
    }

    private PeerResponse released(DestinationSession session, String evidence) throws HypervisorException {
        PeerResponse recorded = advance(session, DestinationMachine.Ask.RELEASED);
        if (!(recorded instanceof PeerResponse.Done)) {
            return recorded;
        }
        LOG.log(System.Logger.Level.INFO, session.object() + " is released: " + evidence);
        if (session.resumedAt() == null) {
            session.resumed(incoming.run(session.vm()), downtime(session));
        }
        return new PeerResponse.Resumed(java.util.Objects.requireNonNull(session.resumedAt(), "resumedAt"));
    }

    /** A daemon that is just away must not keep the pinhole open. */
    private void measure(DestinationSession session) {
        try {
            session.measured(downtime(session));
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.WARNING, session.object() + ": downtime is not known: " + e.getMessage());
        }
    }

    private @org.jspecify.annotations.Nullable Long downtime(DestinationSession session) throws HypervisorException {
        return parts.hypervisor()
                .completedJob(session.vm())
                .map(JobStats::downtimeMs)
                .orElse(null);
    }

    private PeerResponse close(PeerRequest.Close close, String host) throws HypervisorException {
        Optional<DestinationSession> found = sessions.find(close.lease(), host);
        if (found.isEmpty()) {
            return sessions.answered(close.lease())
                    .map(PeerResponse.class::cast)
                    .orElseGet(this::nothingLeft);
        }
        DestinationSession session = found.get();
        session.cut();
        if (close.completed()) {
            measure(session);
        } else if (session.record().ran()) {
            DomainStatus status = parts.hypervisor().status(session.vm());
            return refuse(Reported.ranHere(session.object(), parts.identity().host(), status));
        } else if (session.record().phase() == DestinationPhase.RELAYING) {
            incoming.remove(session.vm());
        }
        if (!close.completed() && session.record().phase() != DestinationPhase.RELEASED) {
            // The source has the VM, by its own word, and nothing of it is here any more.
            ArrivingDisks.remove(session.record());
        }
        Observation seen = session.end(parts.identity().host(), parts.leases().end(close.lease()));
        PeerResponse.Closed answer = new PeerResponse.Closed(seen);
        sessions.end(session, answer);
        return answer;
    }

    private PeerResponse locate(PeerRequest.Locate locate) throws HypervisorException {
        DomainStatus status = parts.hypervisor().status(locate.vm());
        return new PeerResponse.Located(
                status.word(),
                sessions.ofMigration(locate.migration())
                        .map(session -> session.record().lease())
                        .orElse(null));
    }

    /** Closed before an agent's restart: nothing is held, nothing more is known. */
    private PeerResponse nothingLeft() {
        return new PeerResponse.Closed(new Observation(
                parts.identity().host(),
                List.of(),
                List.of(),
                StreamSecurity.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                null,
                null));
    }

    private DestinationSession session(UUID lease, String host) {
        return sessions.find(lease, host).orElseThrow(() -> new UnknownLeaseException(lease));
    }

    private static Optional<DestinationPhase> next(DestinationSession session, DestinationMachine.Ask ask) {
        return DestinationMachine.next(session.record().phase(), ask, session.restarted());
    }

    private PeerResponse advance(DestinationSession session, DestinationMachine.Ask ask) {
        synchronized (session) {
            Optional<DestinationPhase> next = next(session, ask);
            if (next.isEmpty()) {
                return outOfOrder(session, ask);
            }
            sessions.advance(session, next.get());
            return done();
        }
    }

    private static PeerResponse outOfOrder(DestinationSession session, DestinationMachine.Ask ask) {
        boolean unproved = ask == DestinationMachine.Ask.RELAY;
        return refuse(Refusal.of(
                unproved ? RefusalCode.PATH_NOT_PROVED : RefusalCode.INTERNAL,
                session.object(),
                ask + " in phase " + session.record().phase() + (session.restarted() ? " after a restart" : ""),
                unproved ? "a nonce over the leased port first" : "the steps in their order",
                "start the migration again"));
    }

    private PeerResponse done() {
        return new PeerResponse.Done(parts.clock().instant());
    }

    private static PeerResponse unknown(UUID lease) {
        return refuse(Reported.lease(new UnknownLeaseException(lease)));
    }

    private static PeerResponse refuse(Refusal refusal) {
        return new PeerResponse.Refuse(List.of(refusal));
    }
}
