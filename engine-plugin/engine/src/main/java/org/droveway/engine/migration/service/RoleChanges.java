package org.droveway.engine.migration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.NetworkRole;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.store.Attachments;
import org.droveway.engine.network.RoleChange;
import org.droveway.engine.network.RolePreview;
import org.droveway.engine.network.RoleRule;

/** Grants and revokes the migration role: what the preview calls an error, the commit refuses. */
@ApplicationScoped
@Transactional
public class RoleChanges {
    @Inject
    Attachments attachments;

    @Inject
    SnapshotReader snapshots;

    /** What would come of the change, now. */
    public RolePreview preview(RoleChange change) {
        return judge(change, snapshots.read());
    }

    /**
     * Makes the change; harmless if it is made.
     *
     * @throws RefusedException for every error of the preview
     */
    public void commit(RoleChange change) {
        attachments.hold(change.cluster(), change.network());
        InventorySnapshot snapshot = snapshots.read();
        if (isMade(change, snapshot)) {
            return;
        }
        RolePreview preview = judge(change, snapshot);
        if (!preview.errors().isEmpty()) {
            throw new RefusedException(preview.errors());
        }
        if (change.granted()) {
            attachments.grant(change.cluster(), change.network(), NetworkRole.MIGRATION);
        } else {
            attachments.revoke(change.cluster(), change.network(), NetworkRole.MIGRATION);
        }
    }

    private RolePreview judge(RoleChange change, InventorySnapshot snapshot) {
        RolePreview preview = RoleRule.decide(snapshot, change);
        return isMade(change, snapshot) ? preview : preview.withErrors(attachments.obstacles(change.cluster()));
    }

    private static boolean isMade(RoleChange change, InventorySnapshot snapshot) {
        return change.granted()
                == snapshot.networkWithRole(change.cluster(), NetworkRole.MIGRATION)
                        .filter(n -> n.name().equals(change.network()))
                        .isPresent();
    }
}
