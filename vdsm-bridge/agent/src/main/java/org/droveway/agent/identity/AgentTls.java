package org.droveway.agent.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS that trusts one CA and nothing else. */
public final class AgentTls {
    private AgentTls() {}

    /** For a client without a certificate: before enrolment. */
    public static SSLContext trusting(X509Certificate authority) {
        return context(null, authority);
    }

    static SSLContext mutual(KeyManager own, X509Certificate authority) {
        return context(new KeyManager[] {own}, authority);
    }

    private static SSLContext context(KeyManager @Nullable [] own, X509Certificate authority) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trust(authority), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot set up TLS for " + authority.getSubjectX500Principal(), e);
        }
    }

    private static TrustManager[] trust(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("authority", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        return factory.getTrustManagers();
    }
}
