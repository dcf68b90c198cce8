package org.droveway.agent.migration;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Numeric addresses of messages; names are never looked up. */
final class Addresses {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    /**
     * The address.
     *
     * @throws IllegalArgumentException if it is not numeric
     */
    static InetAddress numeric(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a numeric address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not a numeric address", e);
        }
    }

    static InetSocketAddress socket(String address, int port) {
        return new InetSocketAddress(numeric(address), port);
    }
}
