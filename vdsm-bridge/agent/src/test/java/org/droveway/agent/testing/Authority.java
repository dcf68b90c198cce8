package org.droveway.agent.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.enrol.CertificateRequest;

/** A CA as the engine has one. */
public final class Authority {
    private final String name;
    private final KeyPair keys = generate("EC");
    private final KeyPair permitKeys = generate("Ed25519");
    private final X509Certificate certificate;
    private long serial = 1;

    public Authority(String name) {
        this.name = name;
        this.certificate = sign("CN=" + name, keys.getPublic(), List.of(), true, Instant.now(), Duration.ofDays(30));
    }

    public static KeyPair generate(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String pem() {
        return pem("CERTIFICATE", encoded(certificate));
    }

    public KeyPair permitKeys() {
        return permitKeys;
    }

    /** Signs both requests, as of then and for so long. */
    public CertificateGrant grant(CertificateRequest request, Instant from, Duration life, String linkUrl) {
        List<String> names = new ArrayList<>(request.migrationAddresses());
        names.add(request.host());
        String subject = "CN=" + request.host();
        X509Certificate agent = sign(
                subject,
                publicKey(request.agentCsr()),
                List.of(request.host(), request.managementAddress()),
                false,
                from,
                life);
        X509Certificate migration = sign(subject, publicKey(request.migrationCsr()), names, false, from, life);
        return new CertificateGrant(
                pem("CERTIFICATE", encoded(agent)),
                pem(),
                pem("CERTIFICATE", encoded(migration)),
                pem(),
                pem("PUBLIC KEY", permitKeys.getPublic().getEncoded()),
                linkUrl);
    }

    public CertificateGrant grant(CertificateRequest request) {
        return grant(request, Instant.now(), Duration.ofDays(7), "wss://127.0.0.1:1/droveway/agent-link");
    }

    /** A certificate with these DNS names and addresses. */
    public X509Certificate sign(String subject, PublicKey key, List<String> names) {
        return sign(subject, key, names, false, Instant.now(), Duration.ofDays(1));
    }

    private X509Certificate sign(
            String subject, PublicKey key, List<String> names, boolean authority, Instant from, Duration life) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + name),
                    BigInteger.valueOf(serial++),
                    Date.from(from.minusSeconds(60)),
                    Date.from(from.plus(life)),
                    new X500Name(subject),
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(names.stream()
                .map(each -> new GeneralName(
                        each.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, each))
                .toArray(GeneralName[]::new));
    }

    private static PublicKey publicKey(String csr) {
        try (PEMParser parser = new PEMParser(new java.io.StringReader(csr))) {
            SubjectPublicKeyInfo info = ((PKCS10CertificationRequest) parser.readObject()).getSubjectPublicKeyInfo();
            return new org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter().getPublicKey(info);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
