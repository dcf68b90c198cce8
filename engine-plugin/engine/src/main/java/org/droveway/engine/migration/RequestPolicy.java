package org.droveway.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.PolicyStatements;
import org.droveway.engine.network.ManagementLeave;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.ScopedStatement;

/** Finds the scopes that a VM is in, and what they and a request come to. */
final class RequestPolicy {
    private final List<ScopedStatement> scopes;

    private RequestPolicy(List<ScopedStatement> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /** What the scopes of a VM say. */
    static RequestPolicy standing(Subject subject, InventorySnapshot snapshot) {
        PolicyStatements said = snapshot.statements();
        DataCenter datacenter = subject.datacenter();
        PolicyStatement widest = ofDataCenter(datacenter, said);
        return new RequestPolicy(List.of(
                ScopedStatement.administered(PolicyScope.DATA_CENTER, datacenter.name(), widest),
                ScopedStatement.administered(
                        PolicyScope.CLUSTER,
                        subject.cluster(),
                        said.ofCluster(subject.cluster()).says()),
                ScopedStatement.ofVm(subject.vm().name(), said.ofVm(subject.vm().id()))));
    }

    /** Its security is what its migration policy says: there is one place where it is set. */
    private static PolicyStatement ofDataCenter(DataCenter datacenter, PolicyStatements said) {
        MigrationPolicy policy = datacenter.migration();
        return said.ofDataCenter(datacenter.name()).says().withSecurity(policy == null ? null : policy.type());
    }

    RequestPolicy with(PlanRequest request) {
        List<ScopedStatement> all = new ArrayList<>(scopes);
        all.add(ScopedStatement.ofRequest(request.override(), request.mayOverride(), request.reason()));
        return new RequestPolicy(all);
    }

    /** The same without what is narrower than a cluster. */
    RequestPolicy administered() {
        return new RequestPolicy(
                scopes.stream().filter(scope -> scope.scope().isAdministered()).toList());
    }

    /** What is in force. */
    EffectivePolicy resolve() {
        return EffectivePolicy.of(scopes);
    }

    /** Rule 1: allowed by a scope of the policy, or by one who may; a no of any scope stands. */
    static ManagementLeave management(EffectivePolicy policy, PlanRequest request) {
        boolean asked = Boolean.TRUE.equals(request.override().allowManagementNetwork());
        if (Boolean.TRUE.equals(policy.managementNetwork().inForce())) {
            Optional<ScopedStatement> scope = policy.managementNetwork().standing(true);
            return scope.map(s -> ManagementLeave.byPolicy(s.words()))
                    .orElseGet(() -> ManagementLeave.ofRequest(asked, request.mayOverride()));
        }
        return asked
                ? policy.managementNetwork()
                        .standing(false)
                        .map(s -> ManagementLeave.forbidden(s.words()))
                        .orElse(ManagementLeave.NOT_ASKED)
                : ManagementLeave.NOT_ASKED;
    }
}
