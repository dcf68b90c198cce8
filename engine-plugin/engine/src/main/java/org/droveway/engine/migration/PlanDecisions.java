package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.Host;
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

    void parameters(WantedParameters wanted, Settled<Integer> connections) {
        EffectivePolicy policy = wanted.policy();
        String direct = "data goes straight from QEMU to QEMU";
        add(
                "transport",
                "direct",
                policy.transports().value() == null
                        ? direct
                        : direct + "; " + policy.transports().reason());
        Settled<String> disks = wanted.disks().settled();
        add("disks", disks.value(), disks.reason());
        add(
                "ports",
                wanted.disks().targets().isEmpty() ? "1" : "2",
                wanted.disks().targets().isEmpty() ? "memory only" : "one for memory, one for disks");
        add("handover", Words.of(wanted.handover().value()), wanted.handover().reason());
        add("connections", String.valueOf(connections.value()), connections.reason());
        add(
                "compression",
                Words.of(wanted.compression().value()),
                wanted.compression().reason());
        add(
                "convergence",
                Words.of(wanted.convergence().value()),
                wanted.convergence().reason());
        bandwidth(policy.bandwidth(), wanted.disks().targets().size());
        Integer downtime = policy.downtime().value();
        add(
                "downtime",
                downtime == null ? "QEMU's limit, 300 ms" : downtime + " ms",
                policy.downtime().reason());
    }

    private void bandwidth(FieldDecision<Long> bandwidth, int disks) {
        Long limit = bandwidth.value();
        if (limit == null) {
            add("bandwidth", "not limited", bandwidth.reason());
        } else if (disks == 0) {
            add("bandwidth", limit + " MiB/s", bandwidth.reason());
        } else {
            add(
                    "bandwidth",
                    limit + " MiB/s, " + limit / (1 + disks) + " for each stream",
                    bandwidth.reason() + "; libvirt applies its limit to the memory and to each disk, so " + (1 + disks)
                            + " streams share it");
        }
    }

    /** What a person asked for all the same. */
    void mixUp(Host destination) {
        add(
                "warning",
                "connections",
                QemuVersion.of(destination).words() + " on host " + destination.name()
                        + " may mix up several connections that are not encrypted, which makes the migration fail");
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
