package org.droveway.agent.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256, in hex. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Names a certificate for people: subject and the first half of its fingerprint. */
    static String describe(X509Certificate certificate) {
        try {
            return certificate.getSubjectX500Principal() + " (SHA-256 "
                    + of(certificate.getEncoded()).substring(0, 32) + "…)";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be encoded", e);
        }
    }
}
