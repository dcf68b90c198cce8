package org.droveway.agent.identity;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.droveway.protocol.host.CertificateReport;

/** Who this host is; what it gives is always the newest, also after a renewal. */
public interface Identity {
    /** The host's name, as in its certificate. */
    String host();

    /**
     * For both directions, client and server: shows this agent's certificate, trusts the agent CA alone. Servers must ask for the client's certificate
     * ({@code setNeedClientAuth}); both ends must then check {@link #hostOf}.
     */
    SSLContext peers();

    /**
     * The host at the other end.
     *
     * @throws SSLPeerUnverifiedException if it showed no certificate, or one that is not a host's
     */
    String hostOf(SSLSession session) throws SSLPeerUnverifiedException;

    /** Verifies permits. */
    PublicKey permitKey();

    /** The certificate QEMU shows as a migration's destination, as it lies on disk; empty when there is none or it cannot be read. */
    Optional<X509Certificate> migrationCertificate();

    /** Agent's and migration certificate, as far as they are there. */
    List<CertificateReport> certificates();
}
