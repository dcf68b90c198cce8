package org.droveway.engine.migration;

import java.util.Locale;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.IpAddress;

/** Compares addresses as different observers write them. */
final class Addresses {
    private static final String MAPPED = "::ffff:";

    private Addresses() {}

    /** Whether both texts mean the same address; a dual-stack socket shows IPv4 as {@code ::ffff:10.1.2.3}. */
    static boolean same(String planned, String seen) {
        try {
            return IpAddress.parse(unmapped(planned)).equals(IpAddress.parse(unmapped(seen)));
        } catch (AddressSyntaxException e) {
            // What an observer reports may be anything; no address is not the planned one.
            return false;
        }
    }

    private static String unmapped(String text) {
        boolean mapped = text.toLowerCase(Locale.ROOT).startsWith(MAPPED) && text.indexOf('.') > 0;
        return mapped ? text.substring(MAPPED.length()) : text;
    }
}
