package org.droveway.agent.firewall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.droveway.protocol.Json;

/** What the kernel holds, from libnftables' JSON. */
final class Listing {
    private final List<JsonNode> objects;

    private Listing(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** @throws FirewallException if it cannot be understood */
    static Listing parse(String json) {
        try {
            JsonNode content = Json.mapper().readTree(json).path("nftables");
            if (!content.isArray()) {
                throw new FirewallException("libnftables lists something unknown: " + json);
            }
            return new Listing(
                    StreamSupport.stream(content.spliterator(), false).toList());
        } catch (JsonProcessingException e) {
            throw new FirewallException("libnftables lists something that is not JSON: " + e.getOriginalMessage());
        }
    }

    boolean hasTable(String name) {
        return objects.stream()
                .anyMatch(object -> object.path("table").path("name").asText().equals(name));
    }

    /** The chains' rules without handles, and the sets that rules refer to: all that decides what happens to a packet. */
    List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (JsonNode object : objects) {
            JsonNode rule = object.path("rule");
            JsonNode chain = object.path("chain");
            if (!rule.isMissingNode()) {
                rules.add("rule " + rule.path("chain").asText() + " " + rule.path("expr"));
            } else if (!chain.isMissingNode()) {
                rules.add("chain " + chain.path("name").asText() + " "
                        + chain.path("hook").asText("none") + " "
                        + chain.path("prio").asText("none") + " "
                        + chain.path("policy").asText("none"));
            }
        }
        elements("pool").forEach(element -> rules.add("pool " + element));
        return rules;
    }

    /** Elements of a set, without counters and timeouts. */
    List<JsonNode> elements(String set) {
        return detailed(set).map(Listing::value).toList();
    }

    Set<Pinhole> pinholes() {
        return timedPinholes().keySet();
    }

    /** With the whole seconds that are left of them. */
    Map<Pinhole, Long> timedPinholes() {
        Map<Pinhole, Long> pinholes = new HashMap<>();
        for (String set : List.of("pinholes4", "pinholes6")) {
            detailed(set).forEach(element -> {
                JsonNode parts = value(element).path("concat");
                Pinhole pinhole = new Pinhole(
                        address(parts.path(0)),
                        address(parts.path(1)),
                        parts.path(2).asInt());
                pinholes.put(pinhole, element.path("elem").path("expires").asLong());
            });
        }
        return pinholes;
    }

    /** Packets that the counter of refused attempts has. */
    long refused() {
        return find("counter", "refused")
                .map(counter -> counter.path("packets").asLong())
                .orElse(0L);
    }

    /** Connections let in, by port. */
    Map<Integer, Long> admitted() {
        return detailed("admitted")
                .collect(Collectors.toMap(
                        element -> value(element).asInt(),
                        element -> element.path("elem")
                                .path("counter")
                                .path("packets")
                                .asLong()));
    }

    /** Ports whose streams are being watched. */
    Set<Integer> watched() {
        return elements("watched").stream().map(JsonNode::asInt).collect(Collectors.toSet());
    }

    /** Streams in the set {@code plain} or {@code tls}. */
    Set<Stream> streams(String set) {
        return elements(set).stream()
                .map(element -> element.path("concat"))
                .map(parts -> new Stream(parts.path(0).asInt(), parts.path(1).asInt()))
                .collect(Collectors.toSet());
    }

    private java.util.stream.Stream<JsonNode> detailed(String set) {
        return find("set", set).stream()
                .flatMap(found -> StreamSupport.stream(found.path("elem").spliterator(), false));
    }

    private static JsonNode value(JsonNode element) {
        return element.has("elem") ? element.path("elem").path("val") : element;
    }

    private Optional<JsonNode> find(String kind, String name) {
        return objects.stream()
                .map(object -> object.path(kind))
                .filter(found -> found.path("name").asText().equals(name))
                .findFirst();
    }

    private static InetAddress address(JsonNode literal) {
        try {
            return InetAddress.getByName(literal.asText());
        } catch (UnknownHostException e) {
            throw new FirewallException("a pinhole has something that is no address: " + literal);
        }
    }
}
