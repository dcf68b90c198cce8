package org.droveway.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for a VM, and why.
 *
 * @param network null where none is chosen; a refusal then says why
 */
public record EffectivePolicy(
        long policyVersion, @Nullable Network network, List<Field> fields, List<Refusal> refusals) {
    /** The network that a migration would take. */
    public record Network(String name, String cidr, boolean managementNetwork, String reason, List<String> warnings) {}

    /**
     * One field.
     *
     * @param value in force, whatever JSON it is; null: no limit
     * @param rule how several scopes become one
     * @param winner null: no scope says it alone
     */
    public record Field(
            String field,
            @Nullable JsonNode value,
            String rule,
            @Nullable Scope winner,
            String reason,
            List<Said> said) {}

    /** A scope by name. */
    public record Scope(String scope, String name) {}

    /** What a scope says; null: nothing. */
    public record Said(String scope, String name, @Nullable JsonNode value) {}
}
