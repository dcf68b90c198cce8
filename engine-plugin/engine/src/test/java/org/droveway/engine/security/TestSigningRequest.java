package org.droveway.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class TestSigningRequest {
    @Test
    void givesTheKey() throws Exception {
        KeyPair keys = keys("EC", 256);
        assertThat(SigningRequest.parse(request(keys, keys, "SHA256withECDSA")).key())
                .isEqualTo(keys.getPublic());
    }

    @Test
    void takesLongRsaKeys() throws Exception {
        KeyPair keys = keys("RSA", 2048);
        assertThat(SigningRequest.parse(request(keys, keys, "SHA256withRSA")).key())
                .isEqualTo(keys.getPublic());
    }

    @Test
    void refusesShortRsaKeys() throws Exception {
        KeyPair keys = keys("RSA", 1024);
        assertThatThrownBy(() -> SigningRequest.parse(request(keys, keys, "SHA256withRSA")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2048");
    }

    @Test
    void refusesAKeyThatTheSenderDoesNotHold() throws Exception {
        String forged = request(keys("EC", 256), keys("EC", 256), "SHA256withECDSA");
        assertThatThrownBy(() -> SigningRequest.parse(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own key");
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThatThrownBy(() -> SigningRequest.parse("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesBrokenRequests() {
        String broken = Pem.print("CERTIFICATE REQUEST", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> SigningRequest.parse(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String request(KeyPair named, KeyPair signer, String algorithm) throws Exception {
        return Pem.print(
                "CERTIFICATE REQUEST",
                new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=x"), named.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
                        .getEncoded());
    }

    private static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
