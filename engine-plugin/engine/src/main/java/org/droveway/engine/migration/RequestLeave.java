package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.FieldDecision;
import org.droveway.engine.policy.ScopedStatement;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for by name it gets, or is refused: an override only tightens. What could cost the guest (post-copy, the fast
 * handover) and no scope of the policy says, only one who holds {@code migration-override} may ask for.
 */
final class RequestLeave {
    private final EffectivePolicy policy;
    private final PlanRequest request;
    private final List<Refusal> refusals = new ArrayList<>();

    private RequestLeave(EffectivePolicy policy, PlanRequest request) {
        this.policy = policy;
        this.request = request;
    }

    static List<Refusal> refusals(EffectivePolicy policy, PlanRequest request) {
        RequestLeave leave = new RequestLeave(policy, request);
        PolicyStatement asks = request.override();
        leave.gets(policy.compression(), asks.compression());
        leave.gets(policy.convergence(), asks.convergence());
        leave.gets(policy.postCopy(), onlyYes(asks.postCopy()));
        leave.gets(policy.fastHandover(), onlyYes(asks.fastHandover()));
        leave.postCopyBothWays(asks);
        leave.postCopyByLeave(asks);
        leave.fastHandoverByLeave(asks);
        return leave.refusals;
    }

    private static @Nullable Boolean onlyYes(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked) ? asked : null;
    }

    private <T> void gets(FieldDecision<T> decision, @Nullable T asked) {
        ScopedStatement winner = decision.winner();
        if (asked == null || asked.equals(decision.value()) || winner == null) {
            return;
        }
        forbidden(decision, decision.field().words(asked), winner);
    }

    /** Two fields speak of post-copy: what one asks for the other may forbid. */
    private void postCopyBothWays(PolicyStatement asks) {
        Convergence convergence = policy.convergence().value();
        Boolean postCopy = policy.postCopy().value();
        if (Boolean.TRUE.equals(asks.postCopy()) && convergence != null && convergence != Convergence.POST_COPY) {
            against(policy.convergence(), "post-copy");
        }
        if (asks.convergence() == Convergence.POST_COPY && Boolean.FALSE.equals(postCopy)) {
            against(policy.postCopy(), "convergence post-copy");
        }
    }

    private void against(FieldDecision<?> decision, String asked) {
        ScopedStatement winner = decision.winner();
        if (winner != null && winner.scope() != PolicyScope.OVERRIDE) {
            forbidden(decision, asked, winner);
        } else {
            refusals.add(Refusal.of(
                    RefusalCode.PARAMETERS_CONTRADICT,
                    "migration parameters",
                    "the request asks for " + asked + ", and for "
                            + decision.field().name() + ": " + decision.reason(),
                    "one of the two",
                    "leave out one of the two"));
        }
    }

    private void forbidden(FieldDecision<?> decision, String asked, ScopedStatement winner) {
        refusals.add(Refusal.of(
                RefusalCode.OVERRIDE_WEAKENS_POLICY,
                winner.words(),
                "the request asks for " + asked + "; " + decision.field().name() + ": " + decision.reason(),
                "a request that only tightens",
                "leave it out, or have " + winner.words() + " say otherwise"));
    }

    private void postCopyByLeave(PolicyStatement asks) {
        boolean asked = Boolean.TRUE.equals(asks.postCopy()) || asks.convergence() == Convergence.POST_COPY;
        boolean standing = policy.postCopy().standing(true).isPresent()
                || policy.convergence().standing(Convergence.POST_COPY).isPresent();
        byLeave(asked && !standing, "post-copy");
    }

    private void fastHandoverByLeave(PolicyStatement asks) {
        boolean asked = Boolean.TRUE.equals(asks.fastHandover());
        byLeave(asked && policy.fastHandover().standing(true).isEmpty(), "the fast handover");
    }

    private void byLeave(boolean beyondPolicy, String what) {
        if (beyondPolicy && !request.mayOverride()) {
            refusals.add(Refusal.of(
                    RefusalCode.OVERRIDE_WEAKENS_POLICY,
                    "migration policy",
                    "the request asks for " + what
                            + ", which no scope says, and the requester does not hold migration-override",
                    what + " said by data center, cluster or VM, or migration-override",
                    "leave it out, or ask an administrator"));
        }
    }
}
