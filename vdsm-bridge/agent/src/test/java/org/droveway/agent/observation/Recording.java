package org.droveway.agent.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.droveway.protocol.host.Nic;

/**
 * Interfaces of a machine with things that a lab's kernel may lack: what its kernel answered to the agent's two requests, and
 * what {@code ip -j -d address} printed in the same moment.
 */
final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String links;
    private final String addresses;
    private final String ip;

    Recording(String name) {
        links = name + ".links.base64";
        addresses = name + ".addresses.base64";
        ip = name + ".ip.json";
    }

    /** As the agent reads them. */
    List<Nic> nics() {
        return KernelInterfaces.nics(
                KernelInterfaces.links(messages(links)), KernelInterfaces.addresses(messages(addresses)));
    }

    /** A line an interface, as iproute2 has it: name, up or down, MTU, addresses. */
    List<String> told() {
        return Stream.of(json())
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .filter(link -> !link.get("ifname").asText().equals("lo"))
                .map(Recording::line)
                .toList();
    }

    private static String line(JsonNode link) {
        Set<String> flags = StreamSupport.stream(link.get("flags").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        String state = flags.contains("UP") && !flags.contains("NO-CARRIER") ? "up" : "down";
        String addresses = StreamSupport.stream(link.get("addr_info").spliterator(), false)
                .map(each -> " " + each.get("local").asText() + "/" + each.get("prefixlen") + " "
                        + each.get("scope").asText())
                .collect(Collectors.joining());
        return link.get("ifname").asText() + " " + state + " " + link.get("mtu") + addresses;
    }

    /** The same line, of what the agent read. */
    static String line(Nic nic) {
        String addresses = nic.addresses().stream()
                .map(each -> " " + each.address() + "/" + each.prefix() + " " + each.scope())
                .collect(Collectors.joining());
        return nic.name() + " " + (nic.up() ? "up" : "down") + " " + nic.mtu() + addresses;
    }

    private JsonNode json() {
        try {
            return JSON.readTree(bytes(ip));
        } catch (IOException e) {
            throw new UncheckedIOException(ip, e);
        }
    }

    private static List<NetlinkMessage> messages(String name) {
        byte[] content = Base64.getMimeDecoder().decode(bytes(name));
        List<NetlinkMessage> messages = new ArrayList<>();
        try {
            NetlinkMessage.parse(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), messages);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return messages;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Recording.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no recording " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
