package org.droveway.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Transport;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestEffectivePolicy {
    private static final PolicyStatement NOTHING = PolicyStatement.NOTHING;

    @Test
    void whereNobodySaysAnythingItIsSecureAndUnlimited() {
        EffectivePolicy policy = EffectivePolicy.of(scopes(NOTHING, NOTHING, NOTHING, NOTHING));
        assertThat(policy.type()).isEqualTo(Security.SECURE);
        assertThat(policy.bandwidth().inForce()).isNull();
        assertThat(policy.postCopy().inForce()).isFalse();
        assertThat(policy.convergence().inForce()).isEqualTo(Convergence.KEEP_ON);
        assertThat(policy.compression().inForce()).isEqualTo(MemoryCompression.NONE);
        assertThat(policy.transports().inForce()).isNull();
        assertThat(policy.refusals()).isEmpty();
        assertThat(policy.security().reason()).isEqualTo("no scope says anything: secure is the default");
    }

    @Test
    void theReasonNamesTheWinnerAndEveryOtherScope() {
        EffectivePolicy policy = EffectivePolicy.of(scopes(bandwidth(200), bandwidth(100), NOTHING, bandwidth(500)));
        assertThat(policy.bandwidth().reason())
                .isEqualTo("cluster c says 100; the minimum wins (data center d: 200, the request: 500)");
    }

    @Test
    void ofEqualsTheWidestScopeWins() {
        FieldDecision<Long> decision = EffectivePolicy.of(scopes(bandwidth(100), bandwidth(100), NOTHING, NOTHING))
                .bandwidth();
        assertThat(decision.winner())
                .isNotNull()
                .extracting(ScopedStatement::scope)
                .isEqualTo(PolicyScope.DATA_CENTER);
    }

    @Test
    void anIntersectionThatNobodySaysAloneHasNoWinner() {
        FieldDecision<Set<Transport>> decision = EffectivePolicy.of(
                        scopes(transports(Transport.DIRECT), NOTHING, transports(Transport.TUNNEL), NOTHING))
                .transports();
        assertThat(decision.value()).isEmpty();
        assertThat(decision.winner()).isNull();
        assertThat(decision.reason())
                .isEqualTo("only what all of them allow is left: data center d: direct, VM v: tunnel");
    }

    @Test
    void noTransportLeftIsARefusal() {
        EffectivePolicy policy = EffectivePolicy.of(
                scopes(transports(Transport.DIRECT), transports(Transport.TUNNEL), NOTHING, NOTHING));
        assertThat(codes(policy)).containsExactly(RefusalCode.NO_TRANSPORT_LEFT.name());
    }

    @Test
    void weakeningIsToldWithItsReason() {
        EffectivePolicy policy = EffectivePolicy.of(List.of(
                ScopedStatement.administered(PolicyScope.DATA_CENTER, "d", security(Security.SECURE)),
                ScopedStatement.ofRequest(security(Security.INSECURE), true, "a slow CPU")));
        assertThat(policy.type()).isEqualTo(Security.INSECURE);
        assertThat(policy.security().weakened()).isEqualTo(Security.SECURE);
        assertThat(policy.security().reason())
                .isEqualTo("the request weakens it from secure, by migration-override, for this reason: a slow CPU");
    }

    @Test
    void weakeningWithoutAReasonIsRefusedAlsoToThoseWhoMay() {
        Refusal refusal = weakening(true);
        assertThat(refusal.code()).isEqualTo(RefusalCode.OVERRIDE_WEAKENS_POLICY.name());
        assertThat(refusal.object()).isEqualTo("data center d");
        assertThat(refusal.found()).isEqualTo("the request asks for insecure without a reason");
    }

    @Test
    void weakeningIsRefusedToThoseWhoMayNot() {
        assertThat(weakening(false).found())
                .isEqualTo("the request asks for insecure, and the requester does not hold migration-override");
    }

    @Test
    void aVmThatWasInsecureByRightIsSecureOnceAWiderScopeDemandsIt() {
        StatedPolicy harmless = new StatedPolicy(security(Security.INSECURE), 1, "alice", "was fine then", false);
        EffectivePolicy policy = EffectivePolicy.of(List.of(
                ScopedStatement.administered(PolicyScope.CLUSTER, "c", security(Security.SECURE)),
                ScopedStatement.ofVm("v", harmless)));
        assertThat(policy.type()).isEqualTo(Security.SECURE);
        assertThat(policy.refusals()).isEmpty();
        assertThat(policy.security().reason()).isEqualTo("cluster c says secure; the strictest wins (VM v: insecure)");
    }

    @Test
    void addingAScopeNeverLoosensButByLeave() {
        List<PolicyStatement> choices = StatementChoices.all();
        for (PolicyStatement wide : choices) {
            for (PolicyStatement narrow : choices) {
                EffectivePolicy alone = EffectivePolicy.of(scopes(wide));
                EffectivePolicy both = EffectivePolicy.of(scopes(wide, narrow));
                assertThat(both.type())
                        .isGreaterThanOrEqualTo(wide.security() == null ? Security.INSECURE : alone.type());
                assertThat(order(both.bandwidth().inForce()))
                        .isLessThanOrEqualTo(order(alone.bandwidth().inForce()));
                if (Boolean.FALSE.equals(wide.postCopy())) {
                    assertThat(both.postCopy().inForce()).isFalse();
                }
                if (wide.transports() != null) {
                    assertThat(wide.transports()).containsAll(both.transports().inForce());
                }
            }
        }
    }

    private static long order(@Nullable Long limit) {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    private static Refusal weakening(boolean mayOverride) {
        EffectivePolicy policy = EffectivePolicy.of(List.of(
                ScopedStatement.administered(PolicyScope.DATA_CENTER, "d", security(Security.SECURE)),
                ScopedStatement.ofRequest(
                        security(Security.INSECURE), mayOverride, mayOverride ? null : "a reason helps nobody")));
        assertThat(policy.type()).isEqualTo(Security.SECURE);
        assertThat(policy.refusals()).hasSize(1);
        return policy.refusals().get(0);
    }

    private static List<String> codes(EffectivePolicy policy) {
        return policy.refusals().stream().map(Refusal::code).toList();
    }

    /** In the order of the scopes. */
    private static List<ScopedStatement> scopes(PolicyStatement... statements) {
        Iterator<PolicyScope> scopes = List.of(PolicyScope.values()).iterator();
        Iterator<String> names = List.of("d", "c", "v", "").iterator();
        return Stream.of(statements)
                .map(says -> new ScopedStatement(scopes.next(), names.next(), says, false, null))
                .toList();
    }

    private static PolicyStatement security(Security type) {
        return NOTHING.withSecurity(type);
    }

    private static PolicyStatement bandwidth(long mib) {
        return new PolicyStatement(null, mib, null, null, null, null, null, null);
    }

    private static PolicyStatement transports(Transport... some) {
        return new PolicyStatement(null, null, null, null, null, null, null, Set.of(some));
    }
}
