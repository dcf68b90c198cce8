package org.droveway.engine.api.view;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.droveway.engine.migration.StandingPolicy;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.FieldDecision;
import org.droveway.engine.policy.ScopedStatement;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for a VM, and why.
 *
 * @param network null where none is chosen; then a refusal says why
 * @param refusals every reason why it cannot be migrated under this policy
 */
public record EffectivePolicyView(
        String vm,
        UUID vmId,
        String cluster,
        String datacenter,
        long policyVersion,
        @Nullable ChosenNetwork network,
        List<Field> fields,
        List<Refusal> refusals) {
    /** The network that a migration would take. */
    public record ChosenNetwork(
            String name, String cidr, boolean managementNetwork, String reason, List<String> warnings) {}

    /**
     * One field.
     *
     * @param value in force; null: no limit
     * @param rule how several scopes become one
     * @param winner the scope that said it; null: none, or no single one
     * @param said every scope, from the widest
     */
    public record Field(
            String field,
            @Nullable Object value,
            String rule,
            @Nullable Scope winner,
            String reason,
            List<Said> said) {}

    /** A scope by name. */
    public record Scope(String scope, String name) {}

    /** What a scope says; without a value: nothing. */
    public record Said(String scope, String name, @Nullable Object value) {}

    /** The view of what stands for one VM. */
    public static EffectivePolicyView of(StandingPolicy standing) {
        EffectivePolicy policy = standing.policy();
        List<Refusal> refusals = standing.network() instanceof NetworkDecision.Refused refused
                ? Stream.concat(policy.refusals().stream(), Stream.of(refused.refusal()))
                        .toList()
                : policy.refusals();
        return new EffectivePolicyView(
                standing.vm().name(),
                standing.vm().id(),
                standing.cluster(),
                standing.datacenter().name(),
                standing.datacenter().policyVersion(),
                network(standing.network()),
                policy.decisions().stream().map(d -> field(policy, d)).toList(),
                refusals);
    }

    private static @Nullable ChosenNetwork network(NetworkDecision decision) {
        return decision instanceof NetworkDecision.Chosen chosen
                ? new ChosenNetwork(
                        chosen.choice().name(),
                        chosen.choice().cidr().toString(),
                        chosen.choice().management(),
                        chosen.choice().reason(),
                        chosen.warnings())
                : null;
    }

    private static Field field(EffectivePolicy policy, FieldDecision<?> decision) {
        ScopedStatement winner = decision.winner();
        return new Field(
                decision.field().name(),
                decision.inForce(),
                decision.field().rule(),
                winner == null ? null : new Scope(ScopeWord.of(winner.scope()), winner.name()),
                policy.reason(decision),
                decision.scopes().stream()
                        .map(scope -> new Said(
                                ScopeWord.of(scope.scope()),
                                scope.name(),
                                decision.field().in(scope.says())))
                        .toList());
    }
}
