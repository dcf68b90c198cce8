package org.droveway.engine.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.Words;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * The security in force (rule 3): the strictest, unless one who may weakens it and says why.
 *
 * @param weakened what would hold without the winner, if that is stricter; else null
 * @param refused the request that weakens without leave; then the decision is what holds without it; else null
 */
public record SecurityDecision(
        FieldDecision<Security> decision,
        @Nullable Security weakened,
        @Nullable ScopedStatement refused) {
    public SecurityDecision {
        requireNonNull(decision, "decision");
    }

    static SecurityDecision of(List<ScopedStatement> scopes) {
        Security value = null;
        Security weakened = null;
        ScopedStatement winner = null;
        ScopedStatement refused = null;
        for (ScopedStatement scope : scopes) {
            Security said = scope.says().security();
            if (said == null) {
                continue;
            }
            Security before = value != null || scope.scope().isAdministered() ? value : Security.SECURE;
            if (before == null || (said != before && said == before.strictest(said))) {
                value = said;
                winner = scope;
                weakened = null;
            } else if (said == before) {
                winner = winner == null ? scope : winner;
                value = said;
            } else if (scope.mayWeaken()) {
                value = said;
                winner = scope;
                weakened = before;
            } else {
                value = before;
                refused = scope.scope() == PolicyScope.OVERRIDE ? scope : null;
            }
        }
        return new SecurityDecision(
                new FieldDecision<>(PolicyField.SECURITY, value, winner, scopes), weakened, refused);
    }

    /** What is in force. */
    public Security type() {
        return decision.requireInForce();
    }

    /** Why it is so, a sentence for people. */
    public String reason() {
        ScopedStatement winner = decision.winner();
        return weakened == null || winner == null
                ? decision.reason()
                : winner.words() + " weakens it from " + Words.of(weakened)
                        + ", by migration-override, for this reason: " + winner.reason();
    }

    /** Why the request is refused; null: it is not. */
    public @Nullable Refusal refusal() {
        if (refused == null) {
            return null;
        }
        ScopedStatement by = decision.winner();
        return Refusal.of(
                RefusalCode.OVERRIDE_WEAKENS_POLICY,
                by == null ? "migration policy" : by.words(),
                "the request asks for " + Words.of(Security.INSECURE)
                        + (refused.override()
                                ? " without a reason"
                                : ", and the requester does not hold migration-override"),
                Words.of(type()) + ", which is in force",
                refused.override()
                        ? "leave out the type, or say why with --reason"
                        : "leave out the type, or ask an administrator");
    }
}
