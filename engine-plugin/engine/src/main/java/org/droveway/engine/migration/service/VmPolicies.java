package org.droveway.engine.migration.service;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.store.NewStatement;
import org.droveway.engine.inventory.store.Statements;
import org.droveway.engine.migration.StandingPolicy;
import org.droveway.engine.policy.StatementChange;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Sets what is said of VMs, within what the author may. */
@ApplicationScoped
public class VmPolicies {
    private static final Logger LOG = System.getLogger(VmPolicies.class.getName());

    @Inject
    Statements statements;

    /**
     * Who says something of a VM.
     *
     * @param mayOverride whether he holds {@code migration-override}
     * @param reason why he says it
     */
    public record Author(
            String name, boolean mayOverride, @Nullable String reason) {
        public Author {
            requireNonNull(name, "name");
        }
    }

    /**
     * Says exactly this from now on.
     *
     * @param version of the statement that the caller saw; null: the one in the snapshot
     * @throws RefusedException if it loosens and the author may not, or gives no reason for less security
     * @throws org.droveway.engine.inventory.store.StaleVersionException if the statement is another by now
     */
    public StatedPolicy set(
            InventorySnapshot snapshot, String nameOrId, PolicyStatement says, Author author, @Nullable Long version) {
        StandingPolicy standing = StandingPolicy.of(nameOrId, snapshot);
        StatedPolicy before = snapshot.statements().ofVm(standing.vm().id());
        StatementChange change = new StatementChange(before.says(), says, standing.wider());
        check("VM " + standing.vm().name(), change, author);
        NewStatement statement = new NewStatement(says, author.name(), author.reason(), change.weakens());
        StatedPolicy after = statements.setOfVm(
                standing.vm().id(), standing.cluster(), statement, version == null ? before.version() : version);
        if (change.weakens()) {
            LOG.log(
                    Level.WARNING,
                    "VM {0} is weakened from {1} by {2}: {3}",
                    standing.vm().name(),
                    standing.wider(),
                    author.name(),
                    author.reason());
        }
        return after;
    }

    private static void check(String vm, StatementChange change, Author author) {
        List<Refusal> refusals = new ArrayList<>();
        if (!author.mayOverride() && !change.loosened().isEmpty()) {
            refusals.add(refusal(
                    vm,
                    "less strict than before: " + String.join(", ", change.loosened()) + "; " + author.name()
                            + " does not hold migration-override",
                    "a statement that only tightens, or migration-override",
                    "ask an administrator"));
        }
        if (change.weakens() && author.reason() == null) {
            refusals.add(refusal(
                    vm,
                    "it becomes less secure than data center and cluster demand, without a reason",
                    "a reason",
                    "say why with --reason"));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    private static Refusal refusal(String vm, String found, String needed, String remedy) {
        return Refusal.of(RefusalCode.OVERRIDE_WEAKENS_POLICY, vm, found, needed, remedy);
    }
}
