package org.droveway.engine.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.network.Finding;
import org.droveway.engine.network.PolicyCidrFindings;

/**
 * A data center after its migration policy was set, by itself or with a datacenter.cfg.
 *
 * @param warnings what speaks against the policy's CIDR as networks and hosts are now
 */
public record PolicySetView(@JsonUnwrapped DataCenterView dataCenter, List<Finding> warnings) {
    /** The view of one data center. */
    public static PolicySetView of(DataCenter dataCenter, InventorySnapshot snapshot) {
        return new PolicySetView(DataCenterView.of(dataCenter, snapshot), PolicyCidrFindings.of(snapshot, dataCenter));
    }
}
