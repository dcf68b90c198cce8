package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.policy.FieldDecision;
import org.droveway.protocol.Handover;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;

/** What every plan needs of the platform's executor; each thing that it cannot do is a refusal of its own. */
final class ExecutorNeeds {
    private ExecutorNeeds() {}

    static List<Refusal> unmet(ExecutorAbilities abilities, WantedParameters wanted) {
        List<Refusal> refusals = new ArrayList<>();
        need(abilities.ownPort(), "runs migrations on ports it chooses itself", "a leased port", refusals);
        need(abilities.ownPinhole(), "cannot open the firewall for one migration alone", "a pinhole", refusals);
        need(abilities.listenAddress(), "listens on every address", "listening on the planned address only", refusals);
        boolean strict = wanted.handover().value() == Handover.STRICT;
        need(!strict || abilities.strictHandover(), "cannot keep the destination paused", "strict handover", refusals);
        if (wanted.policy().type() == Security.SECURE) {
            need(abilities.tls(), "cannot encrypt", "QEMU's TLS, which the policy demands", refusals);
        }
        transport(wanted.policy().transports(), refusals);
        return refusals;
    }

    /** There is no other yet, so there is no ability to ask for: what is demanded is refused, never left out. */
    private static void transport(FieldDecision<Set<Transport>> policy, List<Refusal> refusals) {
        Set<Transport> transports = policy.inForce();
        need(
                transports == null || transports.isEmpty() || transports.contains(Transport.DIRECT),
                "has the transport direct only",
                "another transport: " + policy.reason(),
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
