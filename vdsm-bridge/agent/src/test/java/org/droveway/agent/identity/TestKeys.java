package org.droveway.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.junit.jupiter.api.Test;

final class TestKeys {
    @Test
    void writtenKeyIsReadBack() throws GeneralSecurityException {
        KeyPair pair = Keys.generate();

        assertThat(Keys.match(Keys.readPrivate(PrivateKeyText.write(pair)), pair.getPublic()))
                .isTrue();
    }

    @Test
    void writtenKeyHoldsThePublicKeyThatGnutlsNeeds() throws Exception {
        byte[] der = Pem.decode(PrivateKeyText.write(Keys.generate()), "PRIVATE KEY");

        ECPrivateKey key =
                ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(der).parsePrivateKey());

        assertThat(key.getPublicKey()).isNotNull();
    }

    @Test
    void otherKeyDoesNotMatch() throws GeneralSecurityException {
        assertThat(Keys.match(Keys.generate().getPrivate(), Keys.generate().getPublic()))
                .isFalse();
    }
}
