package org.droveway.agent.firewall;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.droveway.protocol.observe.StreamSecurity;

/**
 * Streams through the table's sets {@code watched}, {@code plain} and {@code tls}. A stream that was put into one of the latter is not looked at
 * again, so later bytes can never change what it is.
 */
public final class KernelStreams implements Streams {
    private final Nftables nftables;
    private final Map<Integer, Integer> watches = new HashMap<>();

    public KernelStreams(Nftables nftables) {
        this.nftables = requireNonNull(nftables, "nftables");
    }

    @Override
    public synchronized void watch(int port) {
        if (!watches.containsKey(port)) {
            nftables.run(forgetting(listing(), port) + "add element " + Table.NAME + " watched { " + port + " }\n");
        }
        watches.merge(port, 1, Integer::sum);
    }

    @Override
    public synchronized StreamSecurity seen(int port, Set<Integer> sourcePorts) {
        Listing listing = listing();
        return judge(sourcePorts(listing, "plain", port), sourcePorts(listing, "tls", port), sourcePorts);
    }

    static StreamSecurity judge(Set<Integer> plain, Set<Integer> tls, Set<Integer> inQuestion) {
        boolean all = inQuestion.isEmpty();
        if (plain.stream().anyMatch(port -> all || inQuestion.contains(port))) {
            return StreamSecurity.PLAIN;
        }
        boolean encrypted = all ? !tls.isEmpty() : tls.containsAll(inQuestion);
        return encrypted ? StreamSecurity.TLS : StreamSecurity.UNKNOWN;
    }

    @Override
    public synchronized void forget(int port) {
        int left = watches.getOrDefault(port, 0) - 1;
        if (left > 0) {
            watches.put(port, left);
            return;
        }
        watches.remove(port);
        String commands = forgetting(listing(), port);
        if (!commands.isEmpty()) {
            nftables.run(commands);
        }
    }

    private Listing listing() {
        return Listing.parse(nftables.list("list table " + Table.NAME));
    }

    private static Set<Integer> sourcePorts(Listing listing, String set, int port) {
        return listing.streams(set).stream()
                .filter(stream -> stream.destinationPort() == port)
                .map(Stream::sourcePort)
                .collect(Collectors.toSet());
    }

    private static String forgetting(Listing listing, int port) {
        String watched = listing.watched().contains(port) ? delete("watched", String.valueOf(port)) : "";
        return watched + forgetting(listing, "plain", port) + forgetting(listing, "tls", port);
    }

    private static String forgetting(Listing listing, String set, int port) {
        return listing.streams(set).stream()
                .filter(stream -> stream.destinationPort() == port)
                .map(stream -> delete(set, stream.element()))
                .collect(Collectors.joining());
    }

    private static String delete(String set, String element) {
        return "delete element " + Table.NAME + " " + set + " { " + element + " }\n";
    }
}
