package org.droveway.agent.observation;

import java.util.List;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;

/** Addresses that a migration may use: up, global, and neither temporary nor deprecated, tentative or failed. */
public final class UsableAddresses {
    private UsableAddresses() {}

    /** In a stable order. */
    public static List<String> of(List<Nic> nics) {
        return nics.stream()
                .filter(Nic::up)
                .flatMap(nic -> nic.addresses().stream())
                .filter(UsableAddresses::isUsable)
                .map(NicAddress::address)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isUsable(NicAddress address) {
        return address.scope().equals("global")
                && !address.temporary()
                && !address.deprecated()
                && !address.tentative()
                && !address.failed();
    }
}
