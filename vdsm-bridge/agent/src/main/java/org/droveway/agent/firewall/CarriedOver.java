package org.droveway.agent.firewall;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table knew, for the one that takes its place: an agent that starts again during a migration must not forget it.
 *
 * @param pinholes with the seconds that are left; those without any are left out
 * @param admitted connections let in, by port
 */
record CarriedOver(
        Map<Pinhole, Long> pinholes,
        Map<Integer, Long> admitted,
        Set<Integer> watched,
        Set<Stream> plain,
        Set<Stream> tls,
        long refused) {
    static final CarriedOver NOTHING = new CarriedOver(Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), 0);

    CarriedOver {
        pinholes = Map.copyOf(pinholes);
        admitted = Map.copyOf(admitted);
        watched = Set.copyOf(watched);
        plain = Set.copyOf(plain);
        tls = Set.copyOf(tls);
    }

    static CarriedOver of(Listing old) {
        return new CarriedOver(
                old.timedPinholes(),
                old.admitted(),
                old.watched(),
                old.streams("plain"),
                old.streams("tls"),
                old.refused());
    }

    /** With what the agent itself remembers, which counts more than what the kernel said. */
    CarriedOver with(Map<Pinhole, Long> remembered) {
        Map<Pinhole, Long> all = new HashMap<>(pinholes);
        all.putAll(remembered);
        return new CarriedOver(all, admitted, watched, plain, tls, refused);
    }

    String elements() {
        return pinholes.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> Table.add(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + admitted.entrySet().stream()
                        .map(entry ->
                                add("admitted", entry.getKey() + " counter packets " + entry.getValue() + " bytes 0"))
                        .collect(Collectors.joining())
                + watched.stream().map(port -> add("watched", port.toString())).collect(Collectors.joining())
                + plain.stream().map(stream -> add("plain", stream.element())).collect(Collectors.joining())
                + tls.stream().map(stream -> add("tls", stream.element())).collect(Collectors.joining());
    }

    private static String add(String set, String element) {
        return "add element " + Table.NAME + " " + set + " { " + element + " }\n";
    }
}
