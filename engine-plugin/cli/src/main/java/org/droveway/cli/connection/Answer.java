package org.droveway.cli.connection;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came back from the engine. */
public final class Answer {
    private final int status;
    private final String mediaType;
    private final @Nullable String tag;
    private final byte[] body;

    Answer(int status, String mediaType, @Nullable String tag, byte[] body) {
        this.status = status;
        this.mediaType = requireNonNull(mediaType, "mediaType");
        this.tag = tag;
        this.body = body.clone();
    }

    /** HTTP's number. */
    public int status() {
        return status;
    }

    /** The version of what the body shows, as it is put into If-Match; null: it has none. */
    public @Nullable String tag() {
        return tag;
    }

    /** The body, byte for byte. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the body is JSON, of a resource or of a problem. */
    public boolean isJson() {
        return mediaType.startsWith("application/json") || mediaType.startsWith("application/problem+json");
    }
}
