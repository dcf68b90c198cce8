package org.droveway.agent.link;

import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationOrder;
import org.droveway.protocol.permit.SignedPermit;

/** Orders whose content does not matter. */
final class Orders {
    private Orders() {}

    static MigrationOrder any() {
        return new MigrationOrder(
                new SignedPermit("cGF5bG9hZA", "c2lnbmF0dXJl"),
                "10.61.0.12",
                8551,
                new MigrationParameters(Security.INSECURE, null, null, null));
    }
}
