package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import java.net.Inet4Address;
import org.droveway.agent.config.PortPool;
import org.droveway.protocol.AddressText;
import org.droveway.protocol.host.HostMode;

/**
 * The text of the table, for one mode and pool. Plain is what begins with QEMU's magic or, on a further connection of multifd, with that of its packets;
 * and on NBD, whose option greeting is in clear even under TLS, what then asks for an export in clear or sends a request.
 *
 * <p> Only new connections (a lone SYN) are looked at: established ones go on whatever happens to
 * pinholes, and no connection tracking is needed.
 */
record Table(HostMode mode, PortPool pool) {
    static final String NAME = "inet droveway";

    /** For people who list the ruleset; changes with the layout below. */
    private static final int LAYOUT = 2;

    private static final String TEMPLATE = """
            table inet droveway {
              comment "$comment"
              set pinholes4 { type ipv4_addr . ipv4_addr . inet_service; flags timeout; counter; }
              set pinholes6 { type ipv6_addr . ipv6_addr . inet_service; flags timeout; counter; }
              set pool { type inet_service; flags interval; elements = { $pools } }
              set admitted { type inet_service; size 65535; flags dynamic; }
              set watched { type inet_service; }
              set plain { type inet_service . inet_service; size 65535; flags dynamic,timeout; timeout 1d; }
              set tls { type inet_service . inet_service; size 65535; flags dynamic,timeout; timeout 1d; }
              counter refused { packets $refused bytes 0 }
              chain input {
                type filter hook input priority -10; policy accept;
                tcp dport @watched jump first_bytes
                tcp dport @pool tcp flags & (fin|syn|rst|ack) == syn jump newcomers
              }
              chain output {
                type filter hook output priority -10; policy accept;
                tcp dport @watched jump first_bytes
              }
              chain first_bytes {
                tcp dport . tcp sport @plain return
                tcp dport . tcp sport @tls return
                @ih,0,32 { 0x5145564d, 0x11223344, 0x25609513 } add @plain { tcp dport . tcp sport }
                @ih,0,96 { 0x49484156454f505400000001, 0x49484156454f505400000007 } add @plain { tcp dport . tcp sport }
                @ih,0,16 0x1603 @ih,40,8 0x01 add @tls { tcp dport . tcp sport }
              }
              chain newcomers {
                ip saddr . ip daddr . tcp dport @pinholes4 add @admitted { tcp dport counter } accept
                ip6 saddr . ip6 daddr . tcp dport @pinholes6 add @admitted { tcp dport counter } accept
                $rest
              }
            }
            """;

    Table {
        requireNonNull(mode, "mode");
        requireNonNull(pool, "pool");
    }

    /** What the table says of itself. */
    String comment() {
        return "Droveway, layout " + LAYOUT + ", " + (mode == HostMode.ENFORCE ? "enforce" : "assist") + ", pool "
                + pool;
    }

    /** Makes the table anew, whether or not there was one, in one transaction with what the old one knew. */
    String replace(CarriedOver old) {
        String rest = mode == HostMode.ENFORCE ? "counter name refused reject with tcp reset" : "";
        String table = TEMPLATE.replace("$comment", comment())
                .replace("$pools", PortPool.ofLibvirt() + ", " + pool)
                .replace("$refused", Long.toString(old.refused()))
                .replace("$rest", rest);
        return remove() + table + old.elements();
    }

    /** Removes the table; the first line makes that right also when there is none. */
    static String remove() {
        return "table " + NAME + "\ndelete table " + NAME + "\n";
    }

    static String set(Pinhole pinhole) {
        return pinhole.destination() instanceof Inet4Address ? "pinholes4" : "pinholes6";
    }

    static String element(Pinhole pinhole) {
        return AddressText.of(pinhole.source().getAddress()) + " . "
                + AddressText.of(pinhole.destination().getAddress()) + " . " + pinhole.port();
    }

    static String add(Pinhole pinhole, long seconds) {
        return "add element " + NAME + " " + set(pinhole) + " { " + element(pinhole) + " timeout " + seconds + "s }\n";
    }

    /**
     * Opens a pinhole, or starts its timeout again; in one transaction right for both: what is there already is not added, what
     * is then there goes, and comes back with all its time.
     */
    static String renew(Pinhole pinhole, long seconds) {
        return forget(pinhole) + add(pinhole, seconds);
    }

    /** Deletes a pinhole that may be there or not; deleting alone fails for one that is not. */
    static String forget(Pinhole pinhole) {
        return add(pinhole, 1) + delete(pinhole);
    }

    static String delete(Pinhole pinhole) {
        return "delete element " + NAME + " " + set(pinhole) + " { " + element(pinhole) + " }\n";
    }
}
