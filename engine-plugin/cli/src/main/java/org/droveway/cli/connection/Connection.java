package org.droveway.cli.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine is and who calls.
 *
 * @param url the engine's address without a path, for example {@code https://engine.example:8443}
 * @param token API token; null: anonymous, which the engine answers with a refusal
 * @param ca PEM file of the only CA that is trusted; null: the CAs that Java trusts
 */
public record Connection(
        URI url, @Nullable String token, @Nullable Path ca) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Connection {
        requireNonNull(url, "url");
    }

    /**
     * Checks the address: HTTPS, or HTTP on loopback, where nobody else reads the token.
     *
     * @throws CommandFailure if it is anything else
     */
    public static Connection to(String url, @Nullable String token, @Nullable Path ca) {
        URI parsed = parse(url);
        String scheme = parsed.getScheme();
        String host = parsed.getHost();
        boolean plainLoopback = "http".equals(scheme) && host != null && LOOPBACK.contains(host);
        if (host == null || !("https".equals(scheme) || plainLoopback)) {
            throw wrong(url);
        }
        return new Connection(parsed.resolve("/"), token, ca);
    }

    /** The same engine with another token; null: none. */
    Connection as(@Nullable String holder) {
        return new Connection(url, holder, ca);
    }

    private static URI parse(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw wrong(url);
        }
    }

    private static CommandFailure wrong(String url) {
        return CommandFailure.of(
                ExitCode.USAGE, "the engine's address is '" + url + "', needed https://NAME[:PORT] (set DROVEWAY_URL)");
    }
}
