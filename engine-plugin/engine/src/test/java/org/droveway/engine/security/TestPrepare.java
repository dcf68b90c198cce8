package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPrepare {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path data;

    @TempDir
    Path configuration;

    @Test
    void makesWhatTheServerReads() throws Exception {
        prepare(Map.of());
        assertThat(serverCertificate().getSubjectX500Principal().getName()).isEqualTo("CN=droveway-engine");
        assertThat(data).isDirectoryContaining("glob:**/{ca,migration-ca}.{key,pem}");
        assertThat(data.resolve("permit.key")).exists();
    }

    @Test
    void namesTheServerAsTold() throws Exception {
        prepare(Map.of("DROVEWAY_NAMES", "engine.example, 10.61.0.2"));
        assertThat(serverCertificate().getSubjectAlternativeNames())
                .extracting(entry -> (Object) entry.get(1))
                .containsExactlyInAnyOrder("engine.example", "10.61.0.2", "localhost", "127.0.0.1");
    }

    @Test
    void keepsTheAuthoritiesAndRenewsTheServersCertificate() throws Exception {
        prepare(Map.of());
        byte[] authority = Files.readAllBytes(data.resolve("ca.key"));
        X509Certificate first = serverCertificate();
        prepare(Map.of());
        assertThat(Files.readAllBytes(data.resolve("ca.key"))).isEqualTo(authority);
        assertThat(serverCertificate()).isNotEqualTo(first);
        serverCertificate()
                .verify(Pem.parseCertificate(Files.readString(data.resolve("ca.pem")))
                        .getPublicKey());
    }

    @Test
    void tellsTheServerItsDatabase() throws Exception {
        prepare(Map.of());
        assertThat(properties())
                .containsEntry("droveway.database.h2", "true")
                .containsEntry("droveway.database.postgresql", "false");
    }

    @Test
    void keepsEveryCharacterOfTheDatabasesPassword() throws Exception {
        Path file = Files.writeString(data.resolve("password"), "a=b:c#d!e\\f g\u00e4\n");
        prepare(Map.of(
                "DROVEWAY_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1/droveway",
                "DROVEWAY_DATABASE_PASSWORD_FILE",
                file.toString()));
        assertThat(properties())
                .containsEntry("droveway.database.postgresql", "true")
                .containsEntry("droveway.database.user", "droveway")
                .containsEntry("droveway.database.password", "a=b:c#d!e\\f g\u00e4");
    }

    private void prepare(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("DROVEWAY_DATA", data.toString());
        environment.put("DROVEWAY_BIND", "127.0.0.77");
        Prepare.run(environment, configuration, NOW);
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Files.newInputStream(configuration.resolve("droveway.properties"))) {
            properties.load(stream);
        }
        return properties;
    }

    private X509Certificate serverCertificate() throws Exception {
        char[] password = properties().getProperty("droveway.store.password").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(configuration.resolve("server.p12"))) {
            store.load(stream, password);
        }
        return (X509Certificate) store.getCertificate("server");
    }
}
