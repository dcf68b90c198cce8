package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCertificates {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID ENROLMENT = new UUID(1, 2);
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    @TempDir
    Path directory;

    @Test
    void aLeafIsSignedByItsAuthority() throws Exception {
        CertificateAuthority authority = authority();
        X509Certificate leaf = issue(authority, profile(CertificateProfile.Use.BOTH));
        leaf.verify(authority.certificate().getPublicKey());
        assertThat(leaf.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
    }

    @Test
    void aLeafIsNoAuthority() {
        assertThat(issue(authority(), profile(CertificateProfile.Use.BOTH)).getBasicConstraints())
                .isEqualTo(-1);
    }

    @Test
    void anAuthoritySignsLeavesOnly() {
        X509Certificate authority = authority().certificate();
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
    }

    @Test
    void theLifetimeCountsFromTheBackdatedStart() {
        X509Certificate leaf = issue(authority(), profile(CertificateProfile.Use.BOTH));
        assertThat(leaf.getNotBefore().toInstant()).isEqualTo(NOW.minus(CertificateProfile.BACKDATED));
        assertThat(Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void gnuTlsFindsTheKeyUsagesItWants() {
        boolean[] usage =
                issue(authority(), profile(CertificateProfile.Use.BOTH)).getKeyUsage();
        assertThat(usage[0]).as("digitalSignature").isTrue();
        assertThat(usage[2]).as("keyEncipherment").isTrue();
    }

    @Test
    void aHostServesAndDials() throws Exception {
        assertThat(issue(authority(), profile(CertificateProfile.Use.BOTH)).getExtendedKeyUsage())
                .containsExactlyInAnyOrder(SERVER_AUTH, CLIENT_AUTH);
    }

    @Test
    void theEngineIsNoClientOfAgents() throws Exception {
        assertThat(issue(authority(), profile(CertificateProfile.Use.SERVER)).getExtendedKeyUsage())
                .containsExactly(SERVER_AUTH);
    }

    @Test
    void namesAndAddressesAreAlternativeNames() throws Exception {
        assertThat(issue(authority(), profile(CertificateProfile.Use.BOTH)).getSubjectAlternativeNames())
                .extracting(entry -> (Object) entry.get(1))
                .containsExactlyInAnyOrder("h1", "10.62.0.11", "fd00:0:0:0:0:0:0:1");
    }

    @Test
    void theHostIsReadBackFromItsCertificate() {
        assertThat(HostIdentity.of(issue(authority(), profile(CertificateProfile.Use.BOTH))))
                .contains(new HostIdentity("h1", ENROLMENT));
    }

    @Test
    void aCertificateWithoutEnrolmentIsNoHosts() {
        CertificateProfile engine = new CertificateProfile(
                "h1", null, List.of("h1"), List.of(), Duration.ofDays(1), CertificateProfile.Use.SERVER);
        assertThat(HostIdentity.of(issue(authority(), engine))).isEmpty();
    }

    @Test
    void anAuthorityIsTheSameWhenItIsOpenedAgain() {
        X509Certificate first = authority().certificate();
        assertThat(authority().certificate()).isEqualTo(first);
        assertThat(directory.resolve("ca.pem")).content().isEqualTo(Pem.print(first));
    }

    private CertificateAuthority authority() {
        return CertificateAuthority.open(directory, "ca", "test", NOW);
    }

    private static X509Certificate issue(CertificateAuthority authority, CertificateProfile profile) {
        KeyPair keys = CertificateAuthority.newKeys();
        return authority.issue(profile, keys.getPublic(), NOW);
    }

    private static CertificateProfile profile(CertificateProfile.Use use) {
        return new CertificateProfile(
                "h1", ENROLMENT, List.of("h1"), List.of("10.62.0.11", "fd00::1"), Duration.ofDays(7), use);
    }
}
