package org.droveway.agent.peer;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.droveway.agent.identity.Identity;
import org.droveway.protocol.host.CertificateReport;

/** A CA for tests, with the engine's key for permits. */
public final class TestAuthority {
    private static final char[] PASSWORD = "test".toCharArray();

    private final KeyPair ca;
    private final X509Certificate caCertificate;
    private final KeyPair permits;

    public TestAuthority() throws GeneralSecurityException, OperatorCreationException, IOException {
        ca = ec();
        caCertificate = certificate("ca", ca.getPublic(), true, Instant.now().plusSeconds(3600));
        permits = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** Signs permits. */
    public PrivateKey permitKey() {
        return permits.getPrivate();
    }

    /** Identity of a host of this CA. */
    public Identity host(String name) throws GeneralSecurityException, OperatorCreationException, IOException {
        return host(name, this, Instant.now().plusSeconds(3600));
    }

    /** Identity of a host of this CA that trusts another one. */
    Identity host(String name, TestAuthority trusted, Instant until)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair key = ec();
        X509Certificate certificate = certificate(name, key.getPublic(), false, until);
        return new Known(name, context(key.getPrivate(), certificate, trusted), permits.getPublic(), certificate);
    }

    private static KeyPair ec() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(String name, PublicKey key, boolean authority, Instant until)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=test ca"),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(until.minusSeconds(7200)),
                Date.from(until),
                new X500Principal(authority ? "CN=test ca" : "CN=" + name),
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(ca.getPrivate())));
    }

    private static SSLContext context(PrivateKey key, X509Certificate certificate, TestAuthority trusted)
            throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("host", key, PASSWORD, new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        KeyStore others = KeyStore.getInstance("PKCS12");
        others.load(null, null);
        others.setCertificateEntry("ca", trusted.caCertificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(others);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private record Known(String host, SSLContext peers, PublicKey permitKey, X509Certificate certificate)
            implements Identity {
        @Override
        public String hostOf(SSLSession session) throws SSLPeerUnverifiedException {
            X509Certificate shown = (X509Certificate) session.getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName().substring("CN=".length());
        }

        @Override
        public Optional<X509Certificate> migrationCertificate() {
            return Optional.of(certificate);
        }

        @Override
        public List<CertificateReport> certificates() {
            return List.of();
        }
    }
}
