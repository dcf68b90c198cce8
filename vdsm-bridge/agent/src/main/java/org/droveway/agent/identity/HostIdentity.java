package org.droveway.agent.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.store.DurableFile;
import org.droveway.protocol.Json;
import org.droveway.protocol.enrol.CertificateGrant;
import org.droveway.protocol.host.CertificateReport;

/** The identity as it lies on disk. */
public final class HostIdentity implements Identity {
    private static final System.Logger LOG = System.getLogger(HostIdentity.class.getName());

    private final Path file;
    private final MigrationPki pki;
    private final SSLContext peers;
    private volatile Credentials credentials;

    private HostIdentity(Path file, MigrationPki pki, Credentials credentials) {
        this.file = file;
        this.pki = pki;
        this.credentials = credentials;
        this.peers = AgentTls.mutual(new CurrentKey(() -> this.credentials), credentials.authority());
    }

    /** The CA that the configuration names. */
    public static X509Certificate authority(AgentConfig config) throws UntrustedIdentityException {
        try {
            return Pem.certificate(Files.readString(config.engineCa()));
        } catch (IOException | CertificateException e) {
            throw new UntrustedIdentityException(
                    "engineCa " + config.engineCa() + " is not a PEM certificate: " + e.getMessage()
                            + "; copy the engine's ca.pem there",
                    e);
        }
    }

    /**
     * The identity from an earlier enrolment, empty if there was none.
     *
     * @throws UntrustedIdentityException if it is another host's, another CA's, damaged or has expired
     */
    public static Optional<HostIdentity> load(AgentConfig config, Instant now) throws UntrustedIdentityException {
        Path file = file(config);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Credentials credentials = Credentials.check(read(file), config.host(), authority(config));
        Instant end = credentials.agentCertificate().getNotAfter().toInstant();
        if (end.isBefore(now)) {
            throw new UntrustedIdentityException("the agent certificate of host " + config.host() + " expired at " + end
                    + " while the agent could not renew it: remove " + file
                    + ", put a new enrolment token into " + config.enrolmentTokenFile() + " and start again");
        }
        return Optional.of(installed(config, credentials));
    }

    /**
     * Makes a grant this host's identity; on disk when this returns.
     *
     * @throws UntrustedIdentityException if it does not fit the request or the configured CA; nothing was changed
     */
    public static HostIdentity create(AgentConfig config, PendingRequest pending, CertificateGrant grant)
            throws UntrustedIdentityException {
        StoredIdentity stored = StoredIdentity.of(pending, grant);
        Credentials credentials = Credentials.check(stored, config.host(), authority(config));
        DurableFile.makeDirectory(file(config).getParent());
        write(file(config), stored);
        return installed(config, credentials);
    }

    private static HostIdentity installed(AgentConfig config, Credentials credentials) {
        Path file = file(config);
        MigrationPki pki = new MigrationPki(config.migrationPki(), file.resolveSibling("migration-pki.json"));
        HostIdentity identity = new HostIdentity(file, pki, credentials);
        identity.installMigrationFiles();
        return identity;
    }

    /**
     * Asks for new certificates. The key for QEMU stays the same: its certificate lies in another file, and QEMU may read the two at any moment.
     */
    public PendingRequest requestRenewal(String managementAddress, List<String> migrationAddresses) {
        Credentials current = credentials;
        KeyPair migration = new KeyPair(current.migrationCertificate().getPublicKey(), current.migrationKey());
        return PendingRequest.create(host(), managementAddress, migrationAddresses, migration);
    }

    /**
     * Replaces keys and certificates, in memory and on disk, at once.
     *
     * @throws UntrustedIdentityException if the grant does not fit the request or this host's CA; nothing was changed
     */
    public void renew(PendingRequest pending, CertificateGrant grant) throws UntrustedIdentityException {
        StoredIdentity stored = StoredIdentity.of(pending, grant);
        Credentials renewed = Credentials.check(stored, host(), credentials.authority());
        write(file, stored);
        credentials = renewed;
        installMigrationFiles();
    }

    /** When and for which addresses certificates were issued. */
    public Validity validity() {
        Credentials current = credentials;
        return new Validity(
                current.agentCertificate().getNotBefore().toInstant(),
                current.agentCertificate().getNotAfter().toInstant(),
                current.stored().migrationAddresses());
    }

    /** Where the engine waits for this agent. */
    public URI linkUrl() {
        return URI.create(credentials.stored().grant().linkUrl());
    }

    @Override
    public String host() {
        return credentials.stored().host();
    }

    @Override
    public SSLContext peers() {
        return peers;
    }

    @Override
    public String hostOf(SSLSession session) throws SSLPeerUnverifiedException {
        if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
            return HostName.of(certificate)
                    .orElseThrow(() -> new SSLPeerUnverifiedException(
                            certificate.getSubjectX500Principal() + " is not the certificate of a host"));
        }
        throw new SSLPeerUnverifiedException("the peer showed something else than an X.509 certificate");
    }

    @Override
    public PublicKey permitKey() {
        return credentials.permitKey();
    }

    @Override
    public Optional<X509Certificate> migrationCertificate() {
        return pki.certificate();
    }

    @Override
    public List<CertificateReport> certificates() {
        List<CertificateReport> reports = new ArrayList<>();
        reports.add(report("agent", credentials.agentCertificate(), true));
        pki.certificate().ifPresent(found -> reports.add(report("migration", found, pki.certificateIsOurs())));
        return reports;
    }

    private static CertificateReport report(String purpose, X509Certificate certificate, boolean ours) {
        return new CertificateReport(
                purpose,
                certificate.getSubjectX500Principal().toString(),
                certificate.getNotAfter().toInstant(),
                ours);
    }

    private void installMigrationFiles() {
        List<Path> foreign = pki.install(credentials);
        if (!foreign.isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    () -> "migration certificates were not put in place: " + foreign
                            + " are not Droveway's and are left alone; move them away and restart the agent");
        }
    }

    private static Path file(AgentConfig config) {
        return config.stateDirectory().resolve("identity").resolve("identity.json");
    }

    private static StoredIdentity read(Path file) throws UntrustedIdentityException {
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), StoredIdentity.class);
        } catch (IOException e) {
            throw new UntrustedIdentityException(
                    file + " is damaged: " + e.getMessage() + "; remove it and enrol again", e);
        }
    }

    private static void write(Path file, StoredIdentity stored) {
        try {
            DurableFile.write(file, Json.mapper().writeValueAsBytes(stored));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
