package org.droveway.tests.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.droveway.protocol.Json;
import org.droveway.protocol.enrol.CertificateRequest;

/** The keys of a host that joins. */
record HostKeys(KeyPair agent, KeyPair migration) {
    static HostKeys make() {
        return new HostKeys(keys(), keys());
    }

    /** What the host sends, as JSON. */
    String request(String host, String managementAddress, String migrationAddress) {
        try {
            return Json.mapper()
                    .writeValueAsString(new CertificateRequest(
                            host, csr(agent), csr(migration), managementAddress, List.of(migrationAddress)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String csr(KeyPair keys) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=ignored"), keys.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
