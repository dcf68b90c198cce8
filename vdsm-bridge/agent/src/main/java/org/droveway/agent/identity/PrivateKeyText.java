package org.droveway.agent.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Private keys as files have them; apart from {@link Keys}, which every start needs, because of BouncyCastle. */
final class PrivateKeyText {
    private static final int P256_BITS = 256;

    private PrivateKeyText() {}

    /**
     * PKCS#8 with the public key inside. The JDK leaves it out, and then GnuTLS (3.7, so QEMU) finds no key in the file:
     * "ASN1 parser: Element was not found".
     */
    static String write(KeyPair pair) {
        try {
            PrivateKeyInfo bare = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
            SubjectPublicKeyInfo point =
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
            BigInteger secret = ECPrivateKey.getInstance(bare.parsePrivateKey()).getKey();
            ECPrivateKey whole = new ECPrivateKey(P256_BITS, secret, point.getPublicKeyData(), null);
            return Pem.encode(
                    "PRIVATE KEY", new PrivateKeyInfo(bare.getPrivateKeyAlgorithm(), whole).getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("the JDK wrote a P-256 key that cannot be read", e);
        }
    }
}
