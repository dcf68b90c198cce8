package org.droveway.agent.migration;

import java.io.IOException;
import java.util.List;
import org.droveway.agent.lease.UnknownLeaseException;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.peer.PeerUntrustedException;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** Failures as refusals. */
final class Reported {
    private Reported() {}

    static Refusal peer(String host, IOException failure) {
        boolean untrusted = failure instanceof PeerUntrustedException;
        return Refusal.of(
                untrusted ? RefusalCode.PEER_UNTRUSTED : RefusalCode.PEER_UNREACHABLE,
                "agent of host " + host,
                String.valueOf(failure.getMessage()),
                untrusted ? "a certificate of the agent CA for " + host : "an agent that answers",
                untrusted ? "enrol host " + host + " again" : "look whether the agent on host " + host + " runs");
    }

    static Refusal notProved(String destination, int port, String why) {
        return Refusal.of(
                RefusalCode.PATH_NOT_PROVED,
                "path to " + destination + " port " + port,
                why,
                "a nonce answered by the destination agent",
                "look at routes and firewalls between the hosts' migration addresses");
    }

    static Refusal libvirt(String object, String message) {
        return Refusal.of(
                RefusalCode.LIBVIRT_REFUSED, object, message, "libvirt to do it", "look at libvirtd's log on the host");
    }

    /** Another host's lease is none at all for who asks. */
    static Refusal lease(UnknownLeaseException unknown) {
        return Refusal.of(
                RefusalCode.PERMIT_FOR_OTHER,
                "lease",
                String.valueOf(unknown.getMessage()),
                "a lease that this host gave to the one that asks, and that has not ended",
                "start the migration again");
    }

    /** Whatever the source still has is older than what was written to the disks. */
    static Refusal ranHere(String vm, String host, DomainStatus now) {
        return Refusal.of(
                RefusalCode.INTERNAL,
                vm,
                "ran on host " + host + " already, and is " + now.word() + " there",
                "a guest that never ran there",
                "look at both hosts and at the guest's disks before it is started or resumed anywhere");
    }

    static Refusal internal(String object, String message) {
        return Refusal.of(
                RefusalCode.INTERNAL, object, message, "no such failure", "look at the agent's log on the host");
    }

    static List<Refusal> unexpected(Object answer) {
        return List.of(internal("peer protocol", "unexpected answer " + answer));
    }
}
