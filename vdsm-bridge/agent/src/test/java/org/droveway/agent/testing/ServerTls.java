package org.droveway.agent.testing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS as the engine's side has it. */
public final class ServerTls {
    private ServerTls() {}

    /** Shows a certificate of the authority for these names, and trusts the authority's. */
    public static SSLContext of(Authority authority, String subject, String... names) {
        try {
            KeyPair keys = Authority.generate("EC");
            X509Certificate certificate = authority.sign(subject, keys.getPublic(), List.of(names));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
            store.setCertificateEntry("authority", authority.certificate());
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(store, new char[0]);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
