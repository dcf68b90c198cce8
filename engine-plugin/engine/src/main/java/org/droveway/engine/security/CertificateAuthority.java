package org.droveway.engine.security;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/** A small CA: one self-signed certificate, one key, leaves of one shape. */
final class CertificateAuthority {
    private final PrivateKey key;
    private final X509Certificate certificate;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the CA kept in {@code name.key} (key and certificate, mode 0600), made if it is not there, and puts its
     * certificate into {@code name.pem} for others to read.
     *
     * @throws IllegalStateException if the file is there and cannot be read
     */
    static CertificateAuthority open(Path directory, String name, String commonName, Instant now) {
        CertificateAuthority authority =
                KeyFile.open(directory.resolve(name + ".key"), () -> create(commonName, now), text -> {
                    return new CertificateAuthority(Pem.parseKey("EC", text), Pem.parseCertificate(text));
                });
        PrivateFile.write(directory.resolve(name + ".pem"), Pem.print(authority.certificate));
        return authority;
    }

    private static String create(String commonName, Instant now) {
        KeyPair keys = newKeys();
        X509Certificate certificate = CertificateForm.authority(commonName, keys, now);
        return Pem.print(keys.getPrivate()) + Pem.print(certificate);
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256 keys", e);
        }
    }

    X509Certificate issue(CertificateProfile profile, PublicKey subject, Instant now) {
        return CertificateForm.leaf(profile, subject, certificate, key, now);
    }

    X509Certificate certificate() {
        return certificate;
    }
}
