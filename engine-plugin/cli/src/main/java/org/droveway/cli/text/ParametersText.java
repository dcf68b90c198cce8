package org.droveway.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.droveway.cli.engine.Plan;
import org.jspecify.annotations.Nullable;

/** What a migration is run with, for people. */
final class ParametersText {
    private ParametersText() {}

    /** What the hosts agreed on, or, before they did, what is planned; a part each. */
    static List<String> of(Plan plan) {
        Plan.Parameters parameters = plan.agreed() == null ? plan.parameters() : plan.agreed();
        return parameters == null ? List.of() : parts(parameters);
    }

    private static List<String> parts(Plan.Parameters parameters) {
        List<String> parts = new ArrayList<>();
        int connections = parameters.parallelConnections() == null ? 1 : parameters.parallelConnections();
        parts.add(connections == 1 ? "1 connection" : connections + " connections");
        parts.add("handover " + known(parameters.handover(), "strict"));
        parts.add("convergence " + known(parameters.convergence(), "keep-on"));
        parts.add("compression " + known(parameters.compression(), "none"));
        if (!parameters.disks().isEmpty()) {
            parts.add("disks copied: " + String.join(", ", parameters.disks()));
        }
        Long each = parameters.streamBandwidthMiBs() == null
                ? parameters.bandwidthMiBs()
                : parameters.streamBandwidthMiBs();
        if (each != null) {
            parts.add(each + " MiB/s" + (parameters.disks().isEmpty() ? "" : " for memory and for each disk"));
        }
        if (parameters.maxDowntimeMs() != null) {
            parts.add("downtime at most " + parameters.maxDowntimeMs() + " ms");
        }
        return parts;
    }

    private static String known(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
