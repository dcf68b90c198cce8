package org.droveway.engine.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The PKCS#12 files the server's TLS listeners read, made anew at each start with a password of their own. */
final class ServerStores {
    private ServerStores() {}

    /**
     * Writes {@code server.p12} and {@code agents.p12}.
     *
     * @return their password
     */
    static String write(Path directory, KeyPair keys, X509Certificate server, X509Certificate authority) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            KeyStore own = empty();
            X509Certificate[] chain = {server, authority};
            own.setKeyEntry("server", keys.getPrivate(), password.toCharArray(), chain);
            PrivateFile.write(directory.resolve("server.p12"), bytes(own, password));
            KeyStore trusted = empty();
            trusted.setCertificateEntry("agents", authority);
            PrivateFile.write(directory.resolve("agents.p12"), bytes(trusted, password));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot make the server's key stores in " + directory, e);
        }
        return password;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static byte[] bytes(KeyStore store, String password) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }
}
