package org.droveway.agent.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;

/** Interfaces through rtnetlink: the only source that has scopes and flags of every address. */
public final class KernelInterfaces implements Interfaces {
    private static final byte[] LINK_BODY = new byte[16];
    private static final byte[] ADDRESS_BODY = new byte[8];

    @Override
    public List<Nic> list() {
        List<Address> addresses = addresses();
        return nics(links(), addresses);
    }

    /** Each link but loopback with its own addresses; one on top of another, as a VLAN on a bond, is a link of its own. */
    static List<Nic> nics(List<Link> links, List<Address> addresses) {
        return links.stream()
                .filter(link -> !link.loopback())
                .map(link -> new Nic(link.name(), link.up(), link.mtu(), of(link, addresses)))
                .toList();
    }

    private static List<NicAddress> of(Link link, List<Address> addresses) {
        return addresses.stream()
                .filter(address -> address.link() == link.index())
                .map(Address::address)
                .toList();
    }

    List<Link> links() {
        return links(dump(NetlinkMessage.GET_LINK, LINK_BODY));
    }

    static List<Link> links(List<NetlinkMessage> messages) {
        return messages.stream()
                .filter(message -> message.type() == NetlinkMessage.NEW_LINK)
                .map(Link::parse)
                .toList();
    }

    private static List<Address> addresses() {
        return addresses(dump(NetlinkMessage.GET_ADDRESS, ADDRESS_BODY));
    }

    static List<Address> addresses(List<NetlinkMessage> messages) {
        return messages.stream()
                .filter(message -> message.type() == NetlinkMessage.NEW_ADDRESS)
                .map(Address::parse)
                .toList();
    }

    private static List<NetlinkMessage> dump(int type, byte[] body) {
        try {
            return Netlink.ask(Netlink.ROUTE, NetlinkMessage.request(type, NetlinkMessage.DUMP, body));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the host's network interfaces", e);
        }
    }
}
