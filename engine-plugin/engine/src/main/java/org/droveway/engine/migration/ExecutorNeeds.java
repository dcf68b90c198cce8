package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;

/** What every plan needs of the platform's executor; each thing that it cannot do is a refusal of its own. */
final class ExecutorNeeds {
    private ExecutorNeeds() {}

    static List<Refusal> unmet(ExecutorAbilities abilities, EffectivePolicy policy) {
        List<Refusal> refusals = new ArrayList<>();
        need(abilities.ownPort(), "runs migrations on ports it chooses itself", "a leased port", refusals);
        need(abilities.ownPinhole(), "cannot open the firewall for one migration alone", "a pinhole", refusals);
        need(abilities.listenAddress(), "listens on every address", "listening on the planned address only", refusals);
        need(abilities.strictHandover(), "cannot keep the destination paused", "strict handover", refusals);
        if (policy.type() == Security.SECURE) {
            need(abilities.tls(), "cannot encrypt", "QEMU's TLS, which the policy demands", refusals);
        }
        beyondThisVersion(policy, refusals);
        return refusals;
    }

    /** No platform can do these yet, so there is no ability to ask for: what is demanded is refused, never left out. */
    private static void beyondThisVersion(EffectivePolicy policy, List<Refusal> refusals) {
        Integer connections = policy.connections().inForce();
        need(
                connections == null || connections == 1,
                "moves the memory over one connection",
                "parallel connections: " + policy.connections().reason(),
                refusals);
        need(
                !Boolean.TRUE.equals(policy.postCopy().inForce()),
                "has no post-copy",
                "post-copy: " + policy.postCopy().reason(),
                refusals);
        need(
                !Boolean.TRUE.equals(policy.fastHandover().inForce()),
                "hands over strictly only",
                "the fast handover: " + policy.fastHandover().reason(),
                refusals);
        Set<Transport> transports = policy.transports().inForce();
        need(
                transports == null || transports.isEmpty() || transports.contains(Transport.DIRECT),
                "has the transport direct only",
                "another transport: " + policy.transports().reason(),
                refusals);
    }

    private static void need(boolean able, String found, String needed, List<Refusal> refusals) {
        if (!able) {
            refusals.add(Refusal.of(
                    RefusalCode.EXECUTOR_CANNOT,
                    "platform",
                    "it " + found,
                    needed,
                    "migrate on a platform that can, or change what is demanded"));
        }
    }
}
