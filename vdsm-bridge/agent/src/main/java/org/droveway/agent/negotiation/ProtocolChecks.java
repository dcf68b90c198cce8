package org.droveway.agent.negotiation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.peer.PeerRequest.Offer;

/** Whether the two agents understand each other. */
final class ProtocolChecks {
    private ProtocolChecks() {}

    static List<Refusal> refusals(Offer offer, HostFacts facts) {
        Reasons reasons = new Reasons();
        reasons.when(
                offer.protocolVersion() != ProtocolVersion.CURRENT,
                RefusalCode.PROTOCOL_VERSION,
                "agent of host " + facts.host(),
                "speaks version " + ProtocolVersion.CURRENT + ", was offered " + offer.protocolVersion(),
                "the same version on both hosts",
                "upgrade the older agent");
        Set<String> needs = new TreeSet<>(offer.needs());
        needs.addAll(offer.parameters().needs());
        capabilities(facts.host(), needs, facts.capabilities(), reasons);
        return reasons.all();
    }

    /** Each one that an agent lacks by its name. */
    static void capabilities(String host, Set<String> needs, Set<String> own, Reasons reasons) {
        for (String needed : new TreeSet<>(needs)) {
            reasons.when(
                    !own.contains(needed),
                    RefusalCode.CAPABILITY_MISSING,
                    "agent of host " + host,
                    "does not know " + needed,
                    "capability " + needed,
                    "upgrade host " + host + " or leave out " + needed);
        }
    }
}
