package org.droveway.engine.scheduling;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
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
 * @param needs capabilities that both agents must have
 * @param choice null when no network could be chosen; then no host is judged by its address
 * @param sourceEndpoint null when the source has no usable address
 * @param now to judge certificates by
 */
public record Placement(
        Vm vm,
        Host source,
        Security type,
        Set<String> needs,
        @Nullable NetworkChoice choice,
        @Nullable Endpoint sourceEndpoint,
        InventorySnapshot snapshot,
        Instant now) {
    public Placement {
        requireNonNull(vm, "vm");
        requireNonNull(source, "source");
        requireNonNull(type, "type");
        needs = Set.copyOf(needs);
        requireNonNull(snapshot, "snapshot");
        requireNonNull(now, "now");
    }
}
