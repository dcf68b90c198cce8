package org.droveway.engine.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Reads and prints keys, certificates and requests as PEM. */
final class Pem {
    static final String CERTIFICATE = "CERTIFICATE";
    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";

    private Pem() {}

    static String print(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print " + type, e);
        }
        return text.toString();
    }

    static String print(X509Certificate certificate) {
        try {
            return print(CERTIFICATE, certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot print certificate of " + certificate.getSubjectX500Principal(), e);
        }
    }

    static String print(PrivateKey key) {
        return print(PRIVATE_KEY, key.getEncoded());
    }

    static String print(PublicKey key) {
        return print(PUBLIC_KEY, key.getEncoded());
    }

    /**
     * The bytes of the first block of this type.
     *
     * @throws IllegalArgumentException if there is none, or it is broken
     */
    static byte[] parse(String type, String text) {
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                if (object.getType().equals(type)) {
                    return object.getContent();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("broken PEM block", e);
        }
        throw new IllegalArgumentException("no PEM block of type " + type);
    }

    static PrivateKey parseKey(String algorithm, String text) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(parse(PRIVATE_KEY, text)));
    }

    static X509Certificate parseCertificate(String text) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(parse(CERTIFICATE, text)));
    }
}
