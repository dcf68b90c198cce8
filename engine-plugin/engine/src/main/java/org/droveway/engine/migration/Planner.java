package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.NetworkRule;
import org.droveway.engine.network.NetworkWish;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** From a request and everything there is to a plan, or to every reason why there is none. Depends on nothing else. */
public final class Planner {
    /** Refusals that another network could cure. */
    private static final Set<String> ABOUT_ADDRESSES =
            Set.of(RefusalCode.HOST_WITHOUT_ADDRESS.name(), RefusalCode.HOST_WITH_SEVERAL_ADDRESSES.name());

    private final InventorySnapshot snapshot;
    private final ExecutorAbilities abilities;
    private final Instant now;

    /**
     * A planner for one moment.
     *
     * @param now to judge certificates by
     */
    public Planner(InventorySnapshot snapshot, ExecutorAbilities abilities, Instant now) {
        this.snapshot = requireNonNull(snapshot, "snapshot");
        this.abilities = requireNonNull(abilities, "abilities");
        this.now = requireNonNull(now, "now");
    }

    /**
     * Plans one migration.
     *
     * @throws UnknownObjectException if the request names a VM, host or network that is not there, or an ambiguous VM
     * @throws org.droveway.engine.inventory.InvalidInputException if the network has a slash and is no network's CIDR
     */
    public PlanOutcome plan(PlanRequest request) {
        Subject subject = Subject.of(request.vm(), snapshot);
        if (request.host() != null && snapshot.host(request.host()).isEmpty()) {
            throw new UnknownObjectException("host", request.host());
        }
        NetworkRule rule = new NetworkRule(snapshot, subject.cluster(), subject.datacenter());
        EffectivePolicy policy =
                RequestPolicy.standing(subject, snapshot).with(request).resolve();
        NetworkWish wish = new NetworkWish(request.network(), RequestPolicy.management(policy, request));
        NetworkDecision network = rule.decide(wish);
        PlanOutcome outcome = attempt(request, policy, subject, network);
        return outcome instanceof PlanOutcome.Refused refused && mayFallBack(wish, network, refused)
                ? fallBack(request, policy, subject, rule, wish, refused)
                : outcome;
    }

    private PlanOutcome attempt(PlanRequest request, EffectivePolicy policy, Subject subject, NetworkDecision network) {
        return new PlanAttempt(request, policy, subject, network, snapshot, abilities, now).outcome();
    }

    /** Rule 1: only because somebody allows it, and only where the network that policy chose does not reach. */
    private static boolean mayFallBack(NetworkWish wish, NetworkDecision network, PlanOutcome.Refused refused) {
        return wish.management().asked()
                && wish.override() == null
                && network instanceof NetworkDecision.Chosen chosen
                && !chosen.choice().management()
                && refused.refusals().stream().anyMatch(r -> ABOUT_ADDRESSES.contains(r.code()));
    }

    private PlanOutcome fallBack(
            PlanRequest request,
            EffectivePolicy policy,
            Subject subject,
            NetworkRule rule,
            NetworkWish wish,
            PlanOutcome.Refused first) {
        NetworkDecision management = rule.byException(wish, why(first));
        if (management instanceof NetworkDecision.Refused refused) {
            List<Refusal> all = new ArrayList<>(first.refusals());
            all.add(refused.refusal());
            return new PlanOutcome.Refused(all, first.decisions(), first.candidates());
        }
        PlanOutcome second = attempt(request, policy, subject, management);
        return second instanceof PlanOutcome.Planned ? second : first;
    }

    private static String why(PlanOutcome.Refused first) {
        List<String> reasons = first.refusals().stream()
                .filter(r -> ABOUT_ADDRESSES.contains(r.code()))
                .map(r -> r.object() + ": " + r.found())
                .distinct()
                .toList();
        return "the migration network does not reach (" + String.join("; ", reasons) + ")";
    }
}
