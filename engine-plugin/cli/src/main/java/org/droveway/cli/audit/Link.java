package org.droveway.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.droveway.cli.digest.Sha256;

/**
 * What counts of an entry when the chain is checked.
 *
 * @param previous hash of the entry before, as it says
 * @param hash its own, as it says
 * @param computed its own, from its content
 */
public record Link(long sequence, String previous, String hash, String computed) {
    private static final List<String> HASHED = List.of(
            "sequence",
            "previous",
            "at",
            "who",
            "from",
            "request",
            "action",
            "object",
            "before",
            "after",
            "outcome",
            "reason");

    /** From an entry of an export; what is missing makes a hash that is not its own. */
    public static Link of(JsonNode entry) {
        String canonical = HASHED.stream().map(field -> part(entry.path(field))).collect(Collectors.joining());
        return new Link(
                entry.path("sequence").asLong(),
                entry.path("previous").asText(),
                entry.path("hash").asText(),
                Sha256.of(canonical));
    }

    private static String part(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-\n";
        }
        String text = value.asText();
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n";
    }
}
