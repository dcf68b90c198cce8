package org.droveway.agent.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes typed settings out of a JSON object and remembers what is wrong with them. */
final class Settings {
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ADDRESS_LITERAL =
            Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final JsonNode content;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Settings(JsonNode content) {
        this.content = content;
        if (!content.isObject()) {
            problems.add("it holds " + content.getNodeType() + ", needed one JSON object");
        }
    }

    Optional<String> hostName(String key) {
        Optional<String> name = required(key);
        return name.filter(value -> check(
                value.length() <= 253 && HOST_NAME.matcher(value).matches(),
                key,
                value,
                "a host name in lower case: letters, digits, hyphens and dots"));
    }

    Optional<URI> httpsUri(String key) {
        return required(key).flatMap(value -> {
            try {
                URI uri = new URI(value);
                boolean good = "https".equals(uri.getScheme()) && uri.getHost() != null && isBare(uri);
                return check(good, key, value, "https://HOST:PORT without a path")
                        ? Optional.of(uri)
                        : Optional.empty();
            } catch (java.net.URISyntaxException e) {
                check(false, key, value, "https://HOST:PORT (" + e.getReason() + ")");
                return Optional.empty();
            }
        });
    }

    private static boolean isBare(URI uri) {
        String path = uri.getPath();
        return (path == null || path.isEmpty() || path.equals("/"))
                && uri.getQuery() == null
                && uri.getUserInfo() == null;
    }

    Optional<Path> readableFile(String key) {
        return required(key)
                .map(Path::of)
                .filter(file -> check(
                        Files.isRegularFile(file) && Files.isReadable(file),
                        key,
                        file.toString(),
                        "a file that can be read"));
    }

    Optional<InetAddress> address(String key) {
        return required(key).flatMap(value -> {
            InetAddress address = literal(value);
            boolean good = address != null && !address.isAnyLocalAddress() && !address.isMulticastAddress();
            return check(good, key, value, "one IPv4 or IPv6 address of this host, not a name, not a wildcard")
                    ? Optional.ofNullable(address)
                    : Optional.empty();
        });
    }

    private static @Nullable InetAddress literal(String value) {
        if (!ADDRESS_LITERAL.matcher(value).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    Optional<PortPool> portPool(String key, String preset) {
        String value = text(key, preset);
        try {
            return Optional.of(PortPool.parse(value));
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    int port(String key, int preset) {
        known.add(key);
        JsonNode node = content.path(key);
        if (node.isMissingNode()) {
            return preset;
        }
        boolean good = node.isInt() && node.intValue() >= 1 && node.intValue() <= 65535;
        return check(good, key, node.asText(), "a number from 1 to 65535") ? node.intValue() : preset;
    }

    Path path(String key, String preset) {
        Path path = Path.of(text(key, preset));
        check(path.isAbsolute(), key, path.toString(), "an absolute path");
        return path;
    }

    String text(String key, String preset) {
        known.add(key);
        JsonNode node = content.path(key);
        if (node.isMissingNode()) {
            return preset;
        }
        boolean good = node.isTextual() && !node.textValue().isBlank();
        return check(good, key, node.asText(), "text that is not empty") ? node.textValue() : preset;
    }

    private Optional<String> required(String key) {
        known.add(key);
        JsonNode node = content.path(key);
        if (node.isMissingNode()) {
            problems.add(key + " is missing: it has no default");
            return Optional.empty();
        }
        boolean good = node.isTextual() && !node.textValue().isBlank();
        return check(good, key, node.asText(), "text that is not empty")
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    void refuseUnknown() {
        content.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(key + " is not a setting; there are: " + String.join(", ", known));
            }
        });
    }

    void addAll(Collection<String> found) {
        problems.addAll(found);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private boolean check(boolean good, String key, String found, String needed) {
        if (!good) {
            problems.add(key + " is '" + found + "', needed " + needed);
        }
        return good;
    }
}
