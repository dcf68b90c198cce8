package org.droveway.engine.migration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.engine.inventory.store.Statements;
import org.droveway.engine.migration.service.VmPolicies.Author;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestVmPolicies {
    private static final PolicyStatement SECURE = PolicyStatement.NOTHING.withSecurity(Security.SECURE);
    private static final PolicyStatement INSECURE = PolicyStatement.NOTHING.withSecurity(Security.INSECURE);

    private final List<NewStatement> kept = new ArrayList<>();
    private final VmPolicies policies = new VmPolicies();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // does what the container's injection would do
    void assemble() {
        policies.statements = new Statements() {
            @Override
            public StatedPolicy setOfVm(UUID vm, String cluster, NewStatement statement, @Nullable Long version) {
                kept.add(statement);
                return new StatedPolicy(
                        statement.says(), 1, statement.setBy(), statement.reason(), statement.weakening());
            }
        };
    }

    @Test
    void whoMigratesMayTighten() {
        set("insecure", SECURE, new Author("bob", false, null));
        assertThat(kept).containsExactly(new NewStatement(SECURE, "bob", null, false));
    }

    @Test
    void onlyWhoMayOverrideWeakens() {
        Refusal refusal = refused("secure", INSECURE, new Author("bob", false, "because"));
        assertThat(refusal.code()).isEqualTo("OVERRIDE_WEAKENS_POLICY");
        assertThat(refusal.found())
                .isEqualTo("less strict than before: security; bob does not hold migration-override");
    }

    @Test
    void weakeningNeedsAReason() {
        assertThat(refused("secure", INSECURE, new Author("alice", true, null)).needed())
                .isEqualTo("a reason");
    }

    @Test
    void weakeningIsKeptWithItsReason() {
        set("secure", INSECURE, new Author("alice", true, "a slow CPU"));
        assertThat(kept).containsExactly(new NewStatement(INSECURE, "alice", "a slow CPU", true));
    }

    @Test
    void whatTheWiderScopesAllowIsNoWeakening() {
        set("insecure", INSECURE, new Author("bob", false, null));
        assertThat(kept).containsExactly(new NewStatement(INSECURE, "bob", null, false));
    }

    private void set(String policy, PolicyStatement says, Author author) {
        policies.set(Sample.lab().policy(policy).snapshot(), "vm1", says, author, null);
    }

    private Refusal refused(String policy, PolicyStatement says, Author author) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> set(policy, says, author));
        assertThat(kept).isEmpty();
        assertThat(refused.refusals()).hasSize(1);
        return refused.refusals().get(0);
    }
}
