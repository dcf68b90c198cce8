package org.droveway.engine.platform.libvirt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.migration.Migration;
import org.droveway.engine.migration.MigrationTask;
import org.droveway.engine.migration.Plan;
import org.droveway.engine.migration.PlanParameters;
import org.droveway.engine.migration.store.MigrationStore;
import org.droveway.protocol.Json;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.Permit;

/** What agents were ordered: turns an order back into a task, and knows it as the engine's store would. */
final class Orders extends MigrationStore {
    private final Map<UUID, Migration> known = new ConcurrentHashMap<>();

    /** The task that the memory platform needs; the permit is unchecked, as it came. */
    MigrationTask task(MigrationOrder order) {
        Permit permit = unchecked(order);
        Plan plan = new Plan(
                permit.vmName(),
                permit.vm(),
                permit.sourceHost(),
                permit.destinationHost(),
                permit.network(),
                null,
                permit.security(),
                Transport.DIRECT,
                permit.managementNetwork(),
                permit.sourceAddress(),
                permit.destinationAddress(),
                "mig0",
                "mig0",
                1500,
                permit.ports(),
                permit.policyVersion(),
                PlanParameters.simplest(order.parameters().tlsDestination()),
                List.of(),
                List.of(),
                null,
                null);
        known.putIfAbsent(
                permit.migration(), Migration.planned(permit.migration(), plan, "lab", "test", permit.issuedAt()));
        return new MigrationTask(permit.migration(), plan, order.permit());
    }

    @Override
    public Optional<Migration> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    private static Permit unchecked(MigrationOrder order) {
        try {
            byte[] payload = Base64.getUrlDecoder().decode(order.permit().payload());
            return Json.mapper().readValue(payload, Permit.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
