package org.droveway.agent.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS with the files that QEMU reads, whoever put them there. */
public final class MigrationTls {
    private static final char[] NO_PASSWORD = {};

    private final Path folder;

    public MigrationTls(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    /**
     * As QEMU on the source.
     *
     * @throws IOException that says which file cannot be read, and why
     */
    public SSLContext client() throws IOException {
        return context("client");
    }

    /**
     * As QEMU on the destination.
     *
     * @throws IOException that says which file cannot be read, and why
     */
    public SSLContext server() throws IOException {
        return context("server");
    }

    private SSLContext context(String end) throws IOException {
        try {
            KeyStore own = empty();
            PrivateKey key = Keys.readPrivate(read(end + "-key.pem"));
            Certificate[] chain = certificates(end + "-cert.pem").toArray(Certificate[]::new);
            own.setKeyEntry(end, key, NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            KeyStore anchors = empty();
            for (Certificate authority : certificates("ca-cert.pem")) {
                anchors.setCertificateEntry("authority " + anchors.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the migration certificates in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Collection<? extends Certificate> certificates(String name) throws GeneralSecurityException, IOException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(read(name).getBytes(US_ASCII)));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), US_ASCII);
    }
}
