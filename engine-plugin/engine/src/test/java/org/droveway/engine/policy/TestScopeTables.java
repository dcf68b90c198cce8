package org.droveway.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.sample.PolicyPage;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/policy.md have every combination of scopes, and say what the code does. */
class TestScopeTables {
    private static final List<Convergence> CONVERGENCE =
            List.of(Convergence.CANCEL, Convergence.KEEP_ON, Convergence.THROTTLE, Convergence.POST_COPY);
    private static final List<MemoryCompression> COMPRESSION =
            List.of(MemoryCompression.NONE, MemoryCompression.XBZRLE, MemoryCompression.ZSTD, MemoryCompression.ZLIB);
    private static final String LEAVE = "insecure by leave";

    /** A cell: what data center, cluster, VM and request say, and what comes of it. */
    record Combination(String datacenter, String cluster, String vm, String request, String outcome) {
        List<String> said() {
            return List.of(datacenter, cluster, vm, request);
        }
    }

    @ParameterizedTest
    @MethodSource("security")
    void theStrictestWins(Combination row) {
        EffectivePolicy policy = resolve(row, TestScopeTables::security);
        String outcome = policy.refusals().isEmpty() ? policy.type().name().toLowerCase(Locale.ROOT) : "refused";
        assertThat(outcome).isEqualTo(row.outcome());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theMinimumWins(Combination row) {
        EffectivePolicy policy = resolve(row, TestScopeTables::numbers);
        for (FieldDecision<?> field : List.of(policy.bandwidth(), policy.connections(), policy.downtime())) {
            Object found = field.inForce();
            assertThat(found == null ? "no limit" : found.toString()).isEqualTo(row.outcome());
        }
    }

    @ParameterizedTest
    @MethodSource("yesOrNo")
    void aNoWins(Combination row) {
        EffectivePolicy policy = resolve(row, TestScopeTables::yesOrNo);
        for (FieldDecision<Boolean> field :
                List.of(policy.postCopy(), policy.fastHandover(), policy.managementNetwork())) {
            assertThat(field.requireInForce() ? "yes" : "no").isEqualTo(row.outcome());
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfFour")
    void theFirstOfFourWins(Combination row) {
        EffectivePolicy policy = resolve(row, TestScopeTables::oneOfFour);
        assertThat(outcome(CONVERGENCE, policy.convergence())).isEqualTo(row.outcome());
        assertThat(outcome(COMPRESSION, policy.compression())).isEqualTo(row.outcome());
    }

    private static <T> String outcome(List<T> order, FieldDecision<T> decision) {
        assertThat(decision.inForce()).isNotNull();
        return decision.value() == null ? "default" : String.valueOf(1 + order.indexOf(decision.value()));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void whatAllAllowIsLeft(Combination row) {
        EffectivePolicy policy = resolve(row, TestScopeTables::transports);
        Set<Transport> left = policy.transports().inForce();
        String outcome = left == null ? "any" : PolicyField.TRANSPORTS.words(left);
        assertThat(policy.refusals().isEmpty() ? outcome : "refused").isEqualTo(row.outcome());
    }

    @Test
    void everyCombinationIsThere() {
        assertThat(distinct(security())).hasSize(3 * 3 * 4 * 4);
        assertThat(distinct(numbers())).hasSize(3 * 3 * 3 * 3);
        assertThat(distinct(yesOrNo())).hasSize(3 * 3 * 3 * 3);
        assertThat(distinct(oneOfFour())).hasSize(5 * 5 * 5 * 5);
        assertThat(distinct(transports())).hasSize(4 * 4 * 4 * 4);
    }

    private static Set<List<String>> distinct(List<Combination> rows) {
        return rows.stream().map(Combination::said).collect(Collectors.toCollection(HashSet::new));
    }

    private static EffectivePolicy resolve(Combination row, Function<String, PolicyStatement> statement) {
        StatedPolicy vm = new StatedPolicy(
                statement.apply(row.vm()), 1, "alice", "a reason", row.vm().equals(LEAVE));
        boolean leave = row.request().equals(LEAVE);
        return EffectivePolicy.of(List.of(
                ScopedStatement.administered(PolicyScope.DATA_CENTER, "d", statement.apply(row.datacenter())),
                ScopedStatement.administered(PolicyScope.CLUSTER, "c", statement.apply(row.cluster())),
                ScopedStatement.ofVm("v", vm),
                ScopedStatement.ofRequest(statement.apply(row.request()), leave, leave ? "a reason" : null)));
    }

    private static PolicyStatement security(String word) {
        String type = word.equals(LEAVE) ? "insecure" : word;
        return PolicyStatement.NOTHING.withSecurity(
                type.isEmpty() ? null : Security.valueOf(type.toUpperCase(Locale.ROOT)));
    }

    private static PolicyStatement numbers(String word) {
        Integer number = word.isEmpty() ? null : Integer.valueOf(word);
        Long mib = number == null ? null : Long.valueOf(number);
        return new PolicyStatement(null, mib, number, number, null, null, null, null);
    }

    private static PolicyStatement yesOrNo(String word) {
        Boolean yes = word.isEmpty() ? null : Boolean.valueOf(word.equals("yes"));
        return new PolicyStatement(null, null, null, null, yes, yes, yes, null);
    }

    private static PolicyStatement oneOfFour(String number) {
        int at = number.isEmpty() ? -1 : Integer.parseInt(number) - 1;
        return new PolicyStatement(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at < 0 ? null : CONVERGENCE.get(at),
                at < 0 ? null : COMPRESSION.get(at));
    }

    private static PolicyStatement transports(String words) {
        @Nullable
        Set<Transport> some = words.isEmpty()
                ? null
                : Arrays.stream(words.split(", ", -1))
                        .map(word -> Transport.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
        return new PolicyStatement(null, null, null, null, null, null, null, some);
    }

    static List<Combination> security() {
        return table("### Every combination: security");
    }

    static List<Combination> numbers() {
        return table("### Every combination: the minimum wins");
    }

    static List<Combination> yesOrNo() {
        return table("### Every combination: a no wins");
    }

    static List<Combination> oneOfFour() {
        return table("### Every combination: one of four");
    }

    static List<Combination> transports() {
        return table("### Every combination: transports");
    }

    /** The fourth column is for a request that says nothing, those after it for one that says what their head says. */
    private static List<Combination> table(String heading) {
        List<List<String>> table = PolicyPage.below(heading);
        List<String> head = table.get(0);
        return table.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(3, row.size())
                        .mapToObj(column -> new Combination(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                column == 3 ? "" : head.get(column),
                                row.get(column))))
                .toList();
    }
}
