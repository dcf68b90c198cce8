package org.droveway.engine.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.droveway.engine.digest.Sha256;

/** 256 random bits as text, of which only the hash is kept: with so many bits a plain SHA-256 cannot be turned round. */
final class TokenSecret {
    private static final String PREFIX = "dw_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {}

    static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String hash(String secret) {
        return Sha256.of(secret);
    }
}
