package org.droveway.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.testing.Authority;
import org.droveway.agent.testing.Configs;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.host.CertificateReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestHostIdentity {
    private static final List<String> ADDRESSES = List.of("10.62.0.11");

    private final Authority authority = new Authority("Droveway agents");

    @TempDir
    private Path folder;

    private AgentConfig config;

    @BeforeEach
    void configure() {
        config = Configs.in(folder, authority);
    }

    private PendingRequest request() {
        return PendingRequest.create("h1", "10.61.0.11", ADDRESSES);
    }

    private HostIdentity enrolled() throws UntrustedIdentityException {
        PendingRequest pending = request();
        return HostIdentity.create(config, pending, authority.grant(pending.request()));
    }

    private Path stored() {
        return config.stateDirectory().resolve("identity/identity.json");
    }

    @Test
    void aNewHostHasNone() throws Exception {
        assertThat(HostIdentity.load(config, Instant.now())).isEmpty();
    }

    @Test
    void isThereAfterARestart() throws Exception {
        enrolled();
        HostIdentity loaded = HostIdentity.load(config, Instant.now()).orElseThrow();
        assertThat(loaded.host()).isEqualTo("h1");
        assertThat(loaded.permitKey()).isEqualTo(authority.permitKeys().getPublic());
        assertThat(loaded.linkUrl()).hasToString("wss://127.0.0.1:1/droveway/agent-link");
    }

    @Test
    void secretsAreTheOwnersAlone() throws Exception {
        enrolled();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pki/server-key.pem"))))
                .isEqualTo("rw-r-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca-cert.pem", "server-cert.pem", "server-key.pem", "client-cert.pem", "client-key.pem"})
    void qemuFindsItsFiles(String name) throws Exception {
        enrolled();
        assertThat(folder.resolve("pki").resolve(name)).isNotEmptyFile();
    }

    @Test
    void qemusKeyBelongsToItsCertificate() throws Exception {
        HostIdentity identity = enrolled();
        assertThat(Keys.match(
                        Keys.readPrivate(Files.readString(folder.resolve("pki/server-key.pem"))),
                        identity.migrationCertificate().orElseThrow().getPublicKey()))
                .isTrue();
    }

    @Test
    void reportsBothCertificatesAsOurs() throws Exception {
        assertThat(enrolled().certificates())
                .extracting(CertificateReport::purpose, CertificateReport::ours)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("agent", true),
                        org.assertj.core.groups.Tuple.tuple("migration", true));
    }

    @Test
    void aGrantOfAnotherCaIsRefusedAndNothingIsWritten() {
        PendingRequest pending = request();
        CertificateGrant grant = new Authority("Somebody else").grant(pending.request());
        assertThatThrownBy(() -> HostIdentity.create(config, pending, grant))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("CN=Somebody else")
                .hasMessageContaining("CN=Droveway agents");
        assertThat(stored()).doesNotExist();
        assertThat(folder.resolve("pki")).doesNotExist();
    }

    @Test
    void aGrantForOtherKeysIsRefused() {
        assertThatThrownBy(() -> HostIdentity.create(
                        config, request(), authority.grant(request().request())))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void anIdentityOfAnotherCaIsRefusedAtTheStart() throws Exception {
        enrolled();
        AgentConfig other = Configs.in(folder, new Authority("New engine"));
        assertThatThrownBy(() -> HostIdentity.load(other, Instant.now()))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("CN=Droveway agents")
                .hasMessageContaining("CN=New engine")
                .hasMessageContaining("engineCa");
    }

    @Test
    void anExpiredIdentityIsRefusedWithTheRemedy() throws Exception {
        enrolled();
        assertThatThrownBy(() -> HostIdentity.load(config, Instant.now().plus(Duration.ofDays(8))))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("expired")
                .hasMessageContaining(stored().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"host\":\"h1\"}"})
    void aDamagedIdentityIsRefused(String content) throws Exception {
        enrolled();
        Files.writeString(stored(), content);
        assertThatThrownBy(() -> HostIdentity.load(config, Instant.now()))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("enrol again");
    }

    @Test
    void anIdentityOfAnotherHostIsRefused() throws Exception {
        enrolled();
        Files.writeString(stored(), Files.readString(stored()).replaceFirst("\"host\":\"h1\"", "\"host\":\"h7\""));
        assertThatThrownBy(() -> HostIdentity.load(config, Instant.now()))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining("h7");
    }

    @Test
    void renewalReplacesEverythingButQemusKey() throws Exception {
        HostIdentity identity = enrolled();
        String key = Files.readString(folder.resolve("pki/server-key.pem"));
        String certificate = Files.readString(folder.resolve("pki/server-cert.pem"));
        PendingRequest pending = identity.requestRenewal("10.61.0.11", List.of("10.62.0.11", "10.64.0.11"));
        identity.renew(pending, authority.grant(pending.request()));
        assertThat(folder.resolve("pki/server-key.pem")).hasContent(key.strip());
        assertThat(Files.readString(folder.resolve("pki/server-cert.pem"))).isNotEqualTo(certificate);
        assertThat(identity.validity().addresses()).containsExactly("10.62.0.11", "10.64.0.11");
        assertThat(HostIdentity.load(config, Instant.now())).isPresent();
    }

    @Test
    void aRefusedRenewalKeepsTheOldOne() throws Exception {
        HostIdentity identity = enrolled();
        Validity before = identity.validity();
        PendingRequest pending = identity.requestRenewal("10.61.0.11", List.of("10.64.0.11"));
        CertificateGrant grant = new Authority("Somebody else").grant(pending.request());
        assertThatThrownBy(() -> identity.renew(pending, grant)).isInstanceOf(UntrustedIdentityException.class);
        assertThat(identity.validity()).isEqualTo(before);
        assertThat(HostIdentity.load(config, Instant.now())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca-cert.pem", "server-cert.pem", "client-key.pem"})
    void foreignFilesAreNeverOverwritten(String name) throws Exception {
        Path foreign = Files.createDirectories(folder.resolve("pki")).resolve(name);
        Files.writeString(foreign, "somebody else's");
        enrolled();
        assertThat(foreign).hasContent("somebody else's");
        assertThat(folder.resolve("pki").toFile().list()).containsExactly(name);
    }

    @Test
    void aFileThatWasExchangedAfterwardsIsNotOursAndStays() throws Exception {
        HostIdentity identity = enrolled();
        String other = Authority.pem(
                "CERTIFICATE",
                new Authority("x")
                        .sign("CN=x", Authority.generate("EC").getPublic(), List.of())
                        .getEncoded());
        Files.writeString(folder.resolve("pki/server-cert.pem"), other);
        assertThat(identity.certificates())
                .filteredOn(report -> report.purpose().equals("migration"))
                .extracting(CertificateReport::ours)
                .containsExactly(false);
        HostIdentity.load(config, Instant.now());
        assertThat(folder.resolve("pki/server-cert.pem")).hasContent(other.strip());
    }

    @Test
    void aCrashWhileReplacingDoesNotMakeOursForeign() throws Exception {
        HostIdentity identity = enrolled();
        PendingRequest pending = identity.requestRenewal("10.61.0.11", ADDRESSES);
        String oldCertificate = Files.readString(folder.resolve("pki/client-cert.pem"));
        identity.renew(pending, authority.grant(pending.request()));
        String marker = Files.readString(config.stateDirectory().resolve("identity/migration-pki.json"));
        // As if it had died before the last file: the marker still names both.
        Files.writeString(folder.resolve("pki/client-cert.pem"), oldCertificate);
        Files.writeString(
                config.stateDirectory().resolve("identity/migration-pki.json"),
                marker.replace(
                        "\"client-cert.pem\":[",
                        "\"client-cert.pem\":[\""
                                + Fingerprint.of(oldCertificate.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                + "\","));
        HostIdentity.load(config, Instant.now());
        assertThat(Files.readString(folder.resolve("pki/client-cert.pem")))
                .isEqualTo(Files.readString(folder.resolve("pki/server-cert.pem")));
    }

    @Test
    void aMissingMigrationCertificateIsNotReported() throws Exception {
        HostIdentity identity = enrolled();
        Files.delete(folder.resolve("pki/server-cert.pem"));
        assertThat(identity.migrationCertificate()).isEmpty();
        assertThat(identity.certificates())
                .extracting(CertificateReport::purpose)
                .containsExactly("agent");
    }

    @Test
    void anUnreadableCaSaysWhereItIsNeeded() throws IOException {
        Files.writeString(config.engineCa(), "nonsense");
        assertThatThrownBy(() -> HostIdentity.authority(config))
                .isInstanceOf(UntrustedIdentityException.class)
                .hasMessageContaining(config.engineCa().toString())
                .hasMessageContaining("ca.pem");
    }
}
