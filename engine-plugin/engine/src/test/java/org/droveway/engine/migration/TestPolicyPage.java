package org.droveway.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.policy.PolicyGrammar;
import org.droveway.engine.policy.PolicySyntaxException;
import org.droveway.engine.sample.PolicyPage;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/policy.md say what the code does. */
class TestPolicyPage {
    record Example(String policy, String role, String who, String request, String outcome) {}

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsTrue(Example example) {
        Sample sample = Sample.empty()
                .policy(example.policy().isEmpty() ? null : example.policy())
                .host(SampleHost.number(1).vm(Sample.vm(1)))
                .host(SampleHost.number(2))
                .host(SampleHost.bare(3));
        if (example.role().equals("management")) {
            sample.role("management", NetworkRole.MANAGEMENT, NetworkRole.MIGRATION);
        } else if (!example.role().isEmpty()) {
            sample.role(example.role(), NetworkRole.MIGRATION);
        }
        PlanOutcome outcome = new Planner(sample.snapshot(), ExecutorAbilities.ALL, Sample.NOW)
                .plan(request(example.request(), example.who().equals("admin")));
        assertThat(describe(outcome)).isEqualTo(example.outcome());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorIsWhatThePageSays(String text, String error) {
        assertThat(describeError(text)).startsWith(error);
    }

    @Test
    void thereAreTables() {
        assertThat(examples()).hasSizeGreaterThan(30);
        assertThat(errors()).hasSizeGreaterThan(8);
    }

    private static String describeError(String text) {
        try {
            return "accepted: " + PolicyGrammar.print(PolicyGrammar.parse(text));
        } catch (PolicySyntaxException e) {
            return e.errors().get(0).toString();
        }
    }

    private static String describe(PlanOutcome outcome) {
        if (outcome instanceof PlanOutcome.Planned planned) {
            Plan plan = planned.plan();
            boolean warned = plan.decisions().stream().anyMatch(d -> d.subject().equals("warning"));
            return plan.type().name().toLowerCase(Locale.ROOT) + " over " + plan.network()
                    + (plan.managementNetwork() ? ", marked" : "")
                    + (warned ? ", warning" : "");
        }
        return ((PlanOutcome.Refused) outcome)
                .refusals().stream().map(Refusal::code).distinct().collect(Collectors.joining(", "));
    }

    private static PlanRequest request(String line, boolean mayOverride) {
        List<String> words = Arrays.asList(line.split(" "));
        String type = after(words, "--type");
        String host = words.size() > 1 && !words.get(1).startsWith("--") ? words.get(1) : null;
        PolicyStatement says = new PolicyStatement(
                type == null ? null : Security.valueOf(type.toUpperCase(Locale.ROOT)),
                null,
                null,
                null,
                null,
                null,
                words.contains("--allow-management-network") ? true : null,
                null);
        return new PlanRequest(
                words.get(0), host, after(words, "--network"), false, says, after(words, "--reason"), mayOverride);
    }

    private static @Nullable String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 ? null : words.get(at + 1);
    }

    static List<Example> examples() {
        return PolicyPage.rows("| policy | network with the migration role | asked by | request | outcome |").stream()
                .map(cells -> new Example(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    static List<Arguments> errors() {
        return PolicyPage.rows("| text | error |").stream()
                .map(cells -> Arguments.of(cells.get(0), cells.get(1)))
                .toList();
    }
}
