package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatements;
import org.droveway.engine.inventory.StatedPolicy;
import org.jspecify.annotations.Nullable;

/** What data centers, clusters and VMs say about migrations; every change makes a new version of the policy as a whole. */
@ApplicationScoped
@Transactional
public class Statements {
    @Inject
    InventoryRows rows;

    /** All there are. */
    public PolicyStatements list() {
        List<PolicyStatementEntity> all = rows.all(PolicyStatementEntity.class, "key.subject");
        return new PolicyStatements(
                of(PolicyScope.DATA_CENTER, all, Function.identity()),
                of(PolicyScope.CLUSTER, all, Function.identity()),
                of(PolicyScope.VM, all, UUID::fromString));
    }

    private static <K> Map<K, StatedPolicy> of(
            PolicyScope scope, List<PolicyStatementEntity> all, Function<String, K> name) {
        return all.stream()
                .filter(row -> row.key.scope == scope)
                .collect(Collectors.toMap(row -> name.apply(row.key.subject), PolicyStatementEntity::toRecord));
    }

    /** What the data center says beside its migration policy. */
    public StatedPolicy ofDataCenter(String name) {
        rows.find(DataCenterEntity.class, "data center", name);
        return find(PolicyScope.DATA_CENTER, name);
    }

    /** What the cluster says. */
    public StatedPolicy ofCluster(String name) {
        rows.find(ClusterEntity.class, "cluster", name);
        return find(PolicyScope.CLUSTER, name);
    }

    /**
     * Sets what the data center says beside its migration policy.
     *
     * @param version of the statement that the caller saw; null: whatever it is
     * @throws StaleVersionException if it is another by now
     */
    public StatedPolicy setOfDataCenter(String name, NewStatement statement, @Nullable Long version) {
        rows.lock(DataCenterEntity.class, "data center", name).policyVersion++;
        rows.changed(Kind.DATACENTER, name);
        return set(PolicyScope.DATA_CENTER, name, statement, version);
    }

    /**
     * Sets what the cluster says.
     *
     * @param version of the statement that the caller saw; null: whatever it is
     * @throws StaleVersionException if it is another by now
     */
    public StatedPolicy setOfCluster(String name, NewStatement statement, @Nullable Long version) {
        rows.lock(ClusterEntity.class, "cluster", name);
        rows.touchPolicy(name);
        rows.changed(Kind.CLUSTER, name);
        return set(PolicyScope.CLUSTER, name, statement, version);
    }

    /**
     * Sets what is said of a VM.
     *
     * @param cluster that it is in now
     * @param version of the statement that the caller saw; null: whatever it is
     * @throws StaleVersionException if it is another by now
     */
    public StatedPolicy setOfVm(UUID vm, String cluster, NewStatement statement, @Nullable Long version) {
        rows.touchPolicy(cluster);
        rows.changed(Kind.VM, vm.toString());
        return set(PolicyScope.VM, vm.toString(), statement, version);
    }

    /** What a cluster or data center says goes with it; what is said of a VM stays, wherever the VM is. */
    void removing(@Observes ObjectRemoving object) {
        if (object.is(Kind.DATACENTER)) {
            forget(PolicyScope.DATA_CENTER, object.name());
        } else if (object.is(Kind.CLUSTER)) {
            forget(PolicyScope.CLUSTER, object.name());
        }
    }

    private void forget(PolicyScope scope, String subject) {
        PolicyStatementEntity row =
                rows.entities.find(PolicyStatementEntity.class, new PolicyStatementKey(scope, subject));
        if (row != null) {
            rows.entities.remove(row);
        }
    }

    private StatedPolicy find(PolicyScope scope, String subject) {
        PolicyStatementEntity row =
                rows.entities.find(PolicyStatementEntity.class, new PolicyStatementKey(scope, subject));
        return row == null ? StatedPolicy.NEVER : row.toRecord();
    }

    /** The data center's row is locked: nobody else changes a statement below it. */
    private StatedPolicy set(PolicyScope scope, String subject, NewStatement statement, @Nullable Long version) {
        PolicyStatementKey key = new PolicyStatementKey(scope, subject);
        PolicyStatementEntity row = rows.entities.find(PolicyStatementEntity.class, key);
        long found = row == null ? StatedPolicy.NEVER.version() : row.version;
        if (version != null && version != found) {
            throw new StaleVersionException("policy of " + scope.words() + " " + subject, version, found);
        }
        if (row == null) {
            row = new PolicyStatementEntity(key);
            row.set(statement);
            rows.entities.persist(row);
        } else {
            row.set(statement);
        }
        return row.toRecord();
    }
}
