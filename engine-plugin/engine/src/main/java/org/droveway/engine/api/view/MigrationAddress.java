package org.droveway.engine.api.view;

import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.network.EndpointDecision;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.NetworkRule;
import org.droveway.engine.network.NetworkWish;
import org.droveway.engine.network.UsableAddress;
import org.jspecify.annotations.Nullable;

/** The address that a migration of this host would use if nothing but policy decided. */
final class MigrationAddress {
    private MigrationAddress() {}

    static @Nullable String of(Host host, InventorySnapshot snapshot) {
        return snapshot.datacenterOf(host.cluster())
                .map(dc -> new NetworkRule(snapshot, host.cluster(), dc).decide(NetworkWish.NONE))
                .map(decision -> in(host, decision))
                .orElse(null);
    }

    private static @Nullable String in(Host host, NetworkDecision decision) {
        return decision instanceof NetworkDecision.Chosen chosen
                        && UsableAddress.of(host, chosen.choice()) instanceof EndpointDecision.Found found
                ? found.endpoint().address().toString()
                : null;
    }
}
