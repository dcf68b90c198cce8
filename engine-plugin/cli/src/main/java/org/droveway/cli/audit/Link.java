package org.droveway.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

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
                sha256(canonical));
    }

    private static String part(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-\n";
        }
        String text = value.asText();
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + "\n";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
