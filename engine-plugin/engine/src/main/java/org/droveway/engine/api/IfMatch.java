package org.droveway.engine.api;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The header by which a writer names the version it read. */
final class IfMatch {
    private static final Pattern NUMBER_TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TEXT_TAG = Pattern.compile("\"([^\"]{1,255})\"");
    private static final Pattern DIGEST_TAG = Pattern.compile("\"([0-9a-f]{64})\"");

    private IfMatch() {}

    /** The version's number; null if there is no header, or it says that any will do. */
    static @Nullable Long version(@Nullable String header) {
        String version = version(header, NUMBER_TAG);
        return version == null ? null : Long.valueOf(version);
    }

    /** The version's text; null if there is no header, or it says that any will do. */
    static @Nullable String text(@Nullable String header) {
        return version(header, TEXT_TAG);
    }

    private static @Nullable String version(@Nullable String header, Pattern form) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = form.matcher(header.strip());
        if (!tag.matches()) {
            throw new InvalidInputException("If-Match is '" + header + "', needed the ETag of an answer, or *");
        }
        return tag.group(1);
    }

    /**
     * The digest; null if the header says that any will do.
     *
     * @throws ClientErrorException 428 if there is no header: who writes a whole file says which one it replaces
     */
    static @Nullable String digest(@Nullable String header) {
        if (header == null) {
            throw new ClientErrorException(
                    "If-Match is missing; needed the ETag of the file that is to be replaced, or * for whatever is there",
                    Response.Status.PRECONDITION_REQUIRED);
        }
        if (header.strip().equals("*")) {
            return null;
        }
        Matcher tag = DIGEST_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new InvalidInputException("If-Match is '" + header
                    + "', needed the ETag of an answer (the file's SHA-256 in lower case between quotes), or *");
        }
        return tag.group(1);
    }
}
