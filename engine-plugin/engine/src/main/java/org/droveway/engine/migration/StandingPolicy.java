package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;

import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.NetworkRule;
import org.droveway.engine.network.NetworkWish;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.protocol.Security;

/**
 * What is in force for a VM while no request says otherwise.
 *
 * @param wider the security that data center and cluster demand, whatever is said of the VM
 * @param network which network a migration would take (rule 4), or why none
 */
public record StandingPolicy(
        Vm vm, String cluster, DataCenter datacenter, EffectivePolicy policy, Security wider, NetworkDecision network) {
    public StandingPolicy {
        requireNonNull(vm, "vm");
        requireNonNull(cluster, "cluster");
        requireNonNull(datacenter, "datacenter");
        requireNonNull(policy, "policy");
        requireNonNull(wider, "wider");
        requireNonNull(network, "network");
    }

    /**
     * Of one VM.
     *
     * @throws org.droveway.engine.inventory.UnknownObjectException if there is no such VM, or several
     */
    public static StandingPolicy of(String nameOrId, InventorySnapshot snapshot) {
        Subject subject = Subject.of(nameOrId, snapshot);
        RequestPolicy scopes = RequestPolicy.standing(subject, snapshot);
        EffectivePolicy policy = scopes.resolve();
        PlanRequest nothing = PlanRequest.of(nameOrId);
        return new StandingPolicy(
                subject.vm(),
                subject.cluster(),
                subject.datacenter(),
                policy,
                scopes.administered().resolve().type(),
                new NetworkRule(snapshot, subject.cluster(), subject.datacenter())
                        .decide(new NetworkWish(null, RequestPolicy.management(policy, nothing))));
    }
}
