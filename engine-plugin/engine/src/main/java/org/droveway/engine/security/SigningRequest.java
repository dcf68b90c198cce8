package org.droveway.engine.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * The key of a PKCS#10 request. Nothing else in it counts: names are the engine's to say.
 *
 * @param key EC of 256 bits or more, or RSA of 2048 bits or more
 */
record SigningRequest(PublicKey key) {
    /**
     * Reads the PEM text and checks that whoever made it holds the key.
     *
     * @throws IllegalArgumentException with the reason
     */
    static SigningRequest parse(String pem) {
        try {
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(Pem.parse("CERTIFICATE REQUEST", pem));
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("the request is not signed with its own key");
            }
            checkStrength(key);
            return new SigningRequest(key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new IllegalArgumentException("not a PKCS#10 request: " + e.getMessage(), e);
        }
    }

    private static void checkStrength(PublicKey key) {
        boolean strong = key instanceof ECPublicKey ec
                ? ec.getParams().getOrder().bitLength() >= 256
                : key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2048;
        if (!strong) {
            throw new IllegalArgumentException("the request has a key of algorithm " + key.getAlgorithm()
                    + "; needed EC of 256 bits or RSA of 2048");
        }
    }
}
