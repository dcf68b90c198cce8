package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.network.Endpoint;
import org.droveway.engine.network.NetworkChoice;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.Path;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.FieldDecision;
import org.droveway.engine.scheduling.CandidateReport;

/** The decisions of one plan in the words that people read. */
final class PlanDecisions {
    /** Memory only: VMs with local disks are refused. */
    static final int PORTS = 1;

    private final List<Decision> decisions = new ArrayList<>();

    List<Decision> all() {
        return List.copyOf(decisions);
    }

    void security(EffectivePolicy policy) {
        add("security", Words.of(policy.type()), policy.security().reason());
    }

    void network(NetworkDecision.Chosen chosen) {
        NetworkChoice choice = chosen.choice();
        String value = choice.logical() ? choice.name() + " (" + choice.cidr() + ")" : choice.name();
        add("network", value, choice.reason());
        chosen.warnings().forEach(warning -> add("warning", choice.name(), warning));
    }

    void destination(CandidateReport candidate, boolean asked) {
        String reason = asked
                ? "the request names it, and every filter accepts it"
                : "it has the greatest weight, " + candidate.weight() + ", of all accepted hosts";
        add("host", candidate.host(), reason);
    }

    void path(Path path, NetworkChoice choice) {
        endpoint("source address", path.source());
        endpoint("destination address", path.destination());
        String reason = path.sameMtu()
                ? "both NICs have it"
                : "the smaller of " + path.source().mtu() + " on host "
                        + path.source().host() + " and " + path.destination().mtu() + " on host "
                        + path.destination().host();
        add("mtu", String.valueOf(path.mtu()), reason);
        if (choice.mtu() != null && choice.mtu() > path.mtu()) {
            add("warning", choice.name(), "the network's MTU is " + choice.mtu() + ", the path's only " + path.mtu());
        }
    }

    private void endpoint(String subject, Endpoint end) {
        add(subject, end.address() + " on " + end.nic(), "host " + end.host() + ": " + end.reason());
    }

    void parameters(EffectivePolicy policy) {
        String direct = "data goes straight from QEMU to QEMU";
        add(
                "transport",
                "direct",
                policy.transports().value() == null
                        ? direct
                        : direct + "; " + policy.transports().reason());
        add("ports", String.valueOf(PORTS), "memory only, every disk is on shared storage");
        add("handover", "strict", "the destination stays paused until the source has let go");
        limit("bandwidth", policy.bandwidth(), " MiB/s");
        limit("downtime", policy.downtime(), " ms");
    }

    private void limit(String subject, FieldDecision<?> limit, String unit) {
        if (limit.value() != null) {
            add(subject, limit.value() + unit, limit.reason());
        }
    }

    void management(boolean used, NetworkChoice choice) {
        if (used) {
            add("management network", "used", choice.byPolicy() ? "the policy names it" : choice.reason());
        }
    }

    private void add(String subject, String value, String reason) {
        decisions.add(new Decision(subject, value, reason));
    }
}
