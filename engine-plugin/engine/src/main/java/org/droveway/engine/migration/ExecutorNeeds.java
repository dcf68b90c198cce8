package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;

/** What every plan needs of the platform's executor; each thing that it cannot do is a refusal of its own. */
final class ExecutorNeeds {
    private ExecutorNeeds() {}

    static List<Refusal> unmet(ExecutorAbilities abilities, Security type) {
        List<Refusal> refusals = new ArrayList<>();
        need(abilities.ownPort(), "runs migrations on ports it chooses itself", "a leased port", refusals);
        need(abilities.ownPinhole(), "cannot open the firewall for one migration alone", "a pinhole", refusals);
        need(abilities.listenAddress(), "listens on every address", "listening on the planned address only", refusals);
        need(abilities.strictHandover(), "cannot keep the destination paused", "strict handover", refusals);
        if (type == Security.SECURE) {
            need(abilities.tls(), "cannot encrypt", "QEMU's TLS, which the policy demands", refusals);
        }
        return refusals;
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
