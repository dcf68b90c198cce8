package org.droveway.agent.migration;

import java.nio.file.Path;
import org.droveway.agent.compatibility.Pair;
import org.droveway.agent.compatibility.Side;
import org.droveway.agent.compatibility.Wanted;
import org.droveway.agent.libvirt.DomainNeeds;
import org.droveway.protocol.peer.PeerRequest;
import org.droveway.protocol.permit.Permit;

/** An offer and who it is made to, as the rules judge it. */
final class Pairs {
    /** Where libvirt's control connection goes makes no difference to the rules. */
    private static final Path ANY_SOCKET = Path.of("relay.sock");

    private Pairs() {}

    static Pair of(Permit permit, PeerRequest.Offer offer, Side destination) {
        return new Pair(
                Wanted.of(LibvirtCalls.of(permit, offer.parameters(), ANY_SOCKET, Ports.NONE, false)),
                Side.of(permit.sourceHost(), offer.libvirtVersion(), offer.qemuVersion(), offer.host()),
                destination,
                DomainNeeds.parse(offer.vm().domainXml()).sharedMemoryOnly());
    }
}
