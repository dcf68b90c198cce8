package org.droveway.engine.agentlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.droveway.engine.audit.Action;
import org.droveway.engine.audit.Authorship;
import org.droveway.engine.audit.Fact;
import org.droveway.engine.audit.Outcome;
import org.droveway.engine.audit.store.RationedAudit;

/** Writes down whom the agents' listener turned away, and what an agent said that is not its to say. */
@ApplicationScoped
class LinkRefusals {
    private static final String REQUEST = "agent-link";

    @Inject
    RationedAudit audit;

    /** A host's agent is refused. */
    void refused(Dialler dialler, String reason) {
        String who = dialler.identity().host();
        record(new Authorship(who + " (agent)", dialler.address(), REQUEST, null), "host " + who, reason);
    }

    /**
     * Somebody whose certificate is of the agents' CA and no agent's is refused.
     *
     * @param certificate its subject
     */
    void refused(String certificate, String address, String reason) {
        record(new Authorship("anonymous", address, REQUEST, null), "certificate " + certificate, reason);
    }

    private void record(Authorship author, String object, String reason) {
        audit.record(new Fact(author, Action.REQUEST, object, null, null, Outcome.REFUSED, reason));
    }
}
