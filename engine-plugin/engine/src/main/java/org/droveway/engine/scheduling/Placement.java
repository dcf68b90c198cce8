package org.droveway.engine.scheduling;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Vm;
import org.droveway.engine.network.Endpoint;
import org.droveway.engine.network.NetworkChoice;
import org.droveway.protocol.Security;
import org.jspecify.annotations.Nullable;

/**
 * What is to be placed, and where it comes from.
 *
 * @param choice null when no network could be chosen; then no host is judged by its address
 * @param sourceEndpoint null when the source has no usable address
 * @param now to judge certificates by
 */
public record Placement(
        Vm vm,
        Host source,
        Security type,
        @Nullable NetworkChoice choice,
        @Nullable Endpoint sourceEndpoint,
        InventorySnapshot snapshot,
        Instant now) {
    public Placement {
        requireNonNull(vm, "vm");
        requireNonNull(source, "source");
        requireNonNull(type, "type");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(now, "now");
    }
}
