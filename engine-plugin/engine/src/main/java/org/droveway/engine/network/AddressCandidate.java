package org.droveway.engine.network;

import org.droveway.engine.address.Cidr;
import org.droveway.engine.address.IpAddress;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address of a host inside the network's CIDR.
 *
 * @param flaw why it cannot carry a migration; null when it can
 * @param subnet the address with its prefix, without host bits
 * @param single whether its prefix is the whole address, as a floating address has it
 */
record AddressCandidate(
        Nic nic, IpAddress address, @Nullable String flaw, Cidr subnet, boolean single, boolean management) {

    static AddressCandidate of(Nic nic, NicAddress reported, IpAddress address, boolean management) {
        Cidr written = new Cidr(address, reported.prefix());
        return new AddressCandidate(
                nic, address, flaw(nic, reported), written.network(), written.isSingleAddress(), management);
    }

    private static @Nullable String flaw(Nic nic, NicAddress address) {
        if (!nic.up()) {
            return "the interface is down";
        }
        if (!address.scope().equals("global")) {
            return "scope " + address.scope();
        }
        if (address.failed()) {
            return "duplicate address detection failed";
        }
        if (address.tentative()) {
            return "tentative";
        }
        if (address.deprecated()) {
            return "deprecated";
        }
        return address.temporary() ? "temporary" : null;
    }

    /** For people: {@code 10.62.0.11 on mig0 (the interface is down)}. */
    String describe(@Nullable String why) {
        return address + " on " + nic.name() + (why == null ? "" : " (" + why + ")");
    }
}
