package org.droveway.engine.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.droveway.engine.inventory.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The header by which a writer names the version it read. */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /** The version; null if there is no header, or it says that any will do. */
    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new InvalidInputException("If-Match is '" + header + "', needed the ETag of an answer, or *");
        }
        return Long.valueOf(tag.group(1));
    }
}
