package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.droveway.engine.inventory.Network;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.inventory.store.Networks;
import org.droveway.engine.inventory.store.StaleVersionException;
import org.droveway.engine.network.EditRule;
import org.droveway.engine.network.NetworkEdit;
import org.droveway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** Changes networks, and which ones a cluster has, as far as its migration network allows it. */
@ApplicationScoped
@Transactional
public class NetworkEdits {
    @Inject
    Attachments attachments;

    @Inject
    Networks networks;

    @Inject
    SnapshotReader snapshots;

    /**
     * Attaches the network, or changes whether it is required.
     *
     * @throws RefusedException for every error of a role preview that it would bring about
     */
    public void attach(String cluster, String network, boolean required) {
        attachments.holdToAttach(cluster, network);
        require(EditRule.decide(snapshots.read(), new NetworkEdit.Attachment(cluster, network, required)));
        attachments.attach(cluster, network, required);
    }

    /**
     * Gives a network another range and MTU.
     *
     * @param seen {@link Network#version} of the values that the caller saw; null: whatever they are
     * @throws StaleVersionException if they are others by now
     * @throws RefusedException for every error of a role preview that it would bring about, and for each running migration
     *     whose range it would change
     */
    public Network change(Network after, @Nullable String seen) {
        String current = networks.hold(after.name()).version();
        if (seen != null && !seen.equals(current)) {
            throw new StaleVersionException("network " + after.name(), seen, current);
        }
        List<Refusal> refusals = new ArrayList<>(EditRule.decide(snapshots.read(), new NetworkEdit.Values(after)));
        refusals.addAll(networks.obstacles(after));
        require(refusals);
        return networks.change(after);
    }

    private static void require(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
