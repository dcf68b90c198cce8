package org.droveway.cli.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.ExitCode;

/** TLS that trusts the CAs of one PEM file and nobody else. */
final class Trust {
    private Trust() {}

    static SSLContext only(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, ca);
            }
            if (number == 0) {
                throw unusable(pem, "it holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(pem, e.toString());
        }
    }

    private static CommandFailure unusable(Path pem, String found) {
        return CommandFailure.of(
                ExitCode.UNREACHABLE,
                "the engine cannot be trusted: CA file " + pem + ": " + found
                        + "; needed the engine's ca.pem (set DROVEWAY_CA)");
    }
}
