package org.droveway.engine.inventory.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.droveway.engine.address.Cidr;
import org.droveway.engine.audit.Unaudited;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.MigrationPolicy;
import org.droveway.engine.inventory.PolicyNetwork;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/** Row of a data center. */
@Entity
@Table(name = "data_center")
class DataCenterEntity {
    @Id
    String name = "";

    @Nullable
    String migration;

    @Column(name = "migration_type")
    @Enumerated(EnumType.STRING)
    @Nullable
    Security migrationType;

    @Column(name = "migration_network")
    @Nullable
    String migrationNetwork;

    @Unaudited
    @Column(name = "policy_version")
    long policyVersion;

    void setPolicy(@Nullable MigrationPolicy policy) {
        PolicyNetwork network = policy == null ? null : policy.network();
        migration = policy == null ? null : policy.text();
        migrationType = policy == null ? null : policy.type();
        migrationNetwork = network == null ? null : network.text();
        policyVersion++;
    }

    DataCenter toRecord() {
        return new DataCenter(name, policy(), policyVersion);
    }

    private @Nullable MigrationPolicy policy() {
        if (migration == null || migrationType == null) {
            return null;
        }
        PolicyNetwork network =
                migrationNetwork == null ? null : new PolicyNetwork(migrationNetwork, Cidr.parse(migrationNetwork));
        return new MigrationPolicy(migration, migrationType, network);
    }
}
