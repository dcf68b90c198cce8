package org.droveway.engine.security;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs before the server: makes CAs and permit key in the data directory if they are not there, and a fresh certificate for
 * the server's listeners. The only argument is the server's configuration directory.
 */
public final class Prepare {
    private static final Duration SERVER_LIFETIME = Duration.ofDays(397);

    private Prepare() {}

    /** Exits with 1 and one line on stderr if a port is taken, or a key file cannot be read or written. */
    public static void main(String[] arguments) {
        try {
            run(System.getenv(), Path.of(arguments[0]), Instant.now());
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println("droveway-engine: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * The same without the end of the process.
     *
     * @param environment the variables that the start script documents
     * @throws IllegalStateException if a port is taken, or a key file cannot be read
     * @throws IllegalArgumentException if a variable makes no sense
     * @throws UncheckedIOException if a file cannot be written, or the database's password not be read
     */
    public static void run(Map<String, String> environment, Path configuration, Instant now) {
        Path data = EngineSettings.of(environment).data();
        Map<String, String> properties = new TreeMap<>(DatabaseSettings.of(environment));
        ListenPorts.of(environment).requireFree();
        Authorities authorities = Authorities.open(data, now);
        KeyPair keys = CertificateAuthority.newKeys();
        X509Certificate server = authorities.agents().issue(serverProfile(environment), keys.getPublic(), now);
        String password = ServerStores.write(
                configuration, keys, server, authorities.agents().certificate());
        properties.put("droveway.store.password", password);
        ServerProperties.write(configuration.resolve("droveway.properties"), properties);
    }

    private static CertificateProfile serverProfile(Map<String, String> environment) {
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        String list = environment.getOrDefault("DROVEWAY_NAMES", "");
        Arrays.stream((list + ",localhost,127.0.0.1").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(name -> (isAddress(name) ? addresses : names).add(name));
        return new CertificateProfile(
                "droveway-engine", null, names, addresses, SERVER_LIFETIME, CertificateProfile.Use.SERVER);
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
