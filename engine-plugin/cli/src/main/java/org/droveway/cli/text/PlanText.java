package org.droveway.cli.text;

import org.droveway.cli.engine.Plan;
import org.jspecify.annotations.Nullable;

/** A plan for people: path, every decision with its reason, hosts left out with all reasons, the libvirt call. */
public final class PlanText {
    private PlanText() {}

    /** The whole plan. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder(summary(plan));
        if (!plan.decisions().isEmpty()) {
            text.append("\n\ndecisions\n").append(indent(decisions(plan)));
        }
        if (!plan.candidates().isEmpty()) {
            text.append("\n\nhosts\n").append(hosts(plan));
        }
        if (plan.libvirtCall() != null) {
            text.append("\n\nlibvirt call\n").append(indent(plan.libvirtCall().strip()));
        }
        return text.toString();
    }

    private static String summary(Plan plan) {
        return new Details()
                .add("VM", plan.vm())
                .add("from", end(plan.from(), plan.sourceAddress(), plan.sourceNic()))
                .add("to", end(plan.to(), plan.destinationAddress(), plan.destinationNic()))
                .add(
                        "network",
                        Units.known(plan.network())
                                + (plan.cidr() == null ? "" : " " + plan.cidr())
                                + (plan.mtu() == null ? "" : ", MTU " + plan.mtu() + " bytes")
                                + (plan.managementNetwork() ? ", the MANAGEMENT network" : ""))
                .add("type", plan.type())
                .add("transport", Units.known(plan.transport()) + portCount(plan))
                .addAll("parameters", ParametersText.of(plan))
                .render();
    }

    private static String portCount(Plan plan) {
        return plan.ports() == null ? "" : ", " + plan.ports() + (plan.ports() == 1 ? " port" : " ports");
    }

    private static String end(@Nullable String host, @Nullable String address, @Nullable String nic) {
        return Units.known(host) + (address == null ? "" : "  " + address) + (nic == null ? "" : " on " + nic);
    }

    private static String decisions(Plan plan) {
        Table table = new Table("SUBJECT", "VALUE", "REASON");
        plan.decisions()
                .forEach(decision ->
                        table.row(decision.subject(), Units.known(decision.value()), Units.known(decision.reason())));
        return table.render();
    }

    private static String hosts(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Plan.Candidate candidate : plan.candidates()) {
            text.append(text.isEmpty() ? "" : "\n").append("  ").append(candidate.host());
            text.append(candidate.accepted() ? "  accepted" : "  left out");
            if (candidate.weight() != null) {
                text.append(", weight ").append(candidate.weight());
            }
            if (!candidate.refusals().isEmpty()) {
                text.append('\n').append(indent(RefusalText.of(candidate.refusals())));
            }
        }
        return text.toString();
    }

    private static String indent(String text) {
        return text.indent(2).stripTrailing();
    }
}
