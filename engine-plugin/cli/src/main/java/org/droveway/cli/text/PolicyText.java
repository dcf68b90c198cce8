package org.droveway.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.droveway.cli.engine.EffectivePolicy;
import org.droveway.cli.engine.ScopePolicy;
import org.jspecify.annotations.Nullable;

/** Policies for people. */
public final class PolicyText {
    private PolicyText() {}

    /** What one scope says. */
    public static String of(ScopePolicy policy) {
        Details details = new Details()
                .add(policy.scope(), policy.name())
                .addKnown("security", policy.security())
                .addKnown("bandwidth", unit(policy.bandwidthMiBs(), "MiB/s"))
                .addKnown("parallel connections", policy.parallelConnections())
                .addKnown("compression", policy.compression())
                .addKnown("maximum downtime", unit(policy.maxDowntimeMs(), "ms"))
                .addKnown("convergence", policy.convergence())
                .addKnown("post-copy", answer(policy.postCopy()))
                .addKnown("fast handover", answer(policy.fastHandover()))
                .addKnown("allow management network", answer(policy.allowManagementNetwork()))
                .addKnown("transports", policy.transports().isEmpty() ? null : Units.words(policy.transports()));
        return details.addKnown("set by", policy.setBy())
                .addKnown("reason", policy.reason())
                .add("version", policy.version())
                .render();
    }

    /** What is in force for a VM: each field with its reason, then the network. */
    public static String of(EffectivePolicy policy) {
        Table table = new Table("POLICY", "IN FORCE", "WHY");
        policy.fields().forEach(field -> table.row(field.field(), value(field.value()), field.reason()));
        EffectivePolicy.Network network = policy.network();
        if (network != null) {
            String name = network.name() + (network.managementNetwork() ? " (management network)" : "");
            table.row("network", name, network.reason());
            network.warnings().forEach(warning -> table.row("", "warning", warning));
        }
        String text = table.render();
        return policy.refusals().isEmpty()
                ? text
                : text + "\nrefused under this policy:\n" + RefusalText.of(policy.refusals());
    }

    private static String value(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "-";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isArray()) {
            List<String> words = StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return words.isEmpty() ? "none" : Units.words(words);
        }
        return value.asText();
    }

    private static @Nullable String unit(@Nullable Number value, String unit) {
        return value == null ? null : value + " " + unit;
    }

    private static @Nullable String answer(@Nullable Boolean yes) {
        return yes == null ? null : yes ? "yes" : "no";
    }
}
