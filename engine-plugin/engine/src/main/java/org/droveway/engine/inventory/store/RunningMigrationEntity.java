package org.droveway.engine.inventory.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What changes of a cluster must know of a migration; never written, the rows are the migrations' own. */
@Entity
@Immutable
@Table(name = "migration")
class RunningMigrationEntity {
    @Id
    UUID id = new UUID(0, 0);

    String vm = "";

    String source = "";

    String destination = "";

    String cluster = "";

    @Column(name = "requested_at")
    Instant requestedAt = Instant.EPOCH;

    /** Null before there is one. */
    @Nullable
    String plan;

    /** Null when it has ended. */
    @Column(name = "running_vm")
    @Nullable
    UUID runningVm;

    boolean uses(String network) {
        return planned("network").equals(network);
    }

    /** Whether the host is an end of it and was chosen this address. */
    boolean uses(String host, String address) {
        return (host.equals(source) && address.equals(planned("sourceAddress")))
                || (host.equals(destination) && address.equals(planned("destinationAddress")));
    }

    Refusal refusal() {
        return Refusal.of(
                RefusalCode.CLUSTER_MIGRATING,
                "migration " + id,
                "VM " + vm + " migrates from " + source + " to " + destination,
                "no running migration in cluster " + cluster + " that this could disturb",
                "wait for its end, or cancel it: drovectl migration cancel " + id);
    }

    private String planned(String field) {
        return plan == null
                ? ""
                : StoredJson.parse(plan, new TypeReference<JsonNode>() {})
                        .path(field)
                        .asText();
    }
}
