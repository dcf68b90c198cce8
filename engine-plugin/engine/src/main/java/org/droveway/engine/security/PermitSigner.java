package org.droveway.engine.security;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;

/** Holds the Ed25519 key of the permits. */
public final class PermitSigner {
    private final PrivateKey key;
    private final String publicKey;

    private PermitSigner(PrivateKey key, String publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** Opens {@code permit.key} in the directory (both halves of the key, mode 0600), made if it is not there. */
    static PermitSigner open(Path directory) {
        return KeyFile.open(directory.resolve("permit.key"), PermitSigner::create, text -> {
            String publicKey = Pem.print(Pem.PUBLIC_KEY, Pem.parse(Pem.PUBLIC_KEY, text));
            return new PermitSigner(Pem.parseKey("Ed25519", text), publicKey);
        });
    }

    private static String create() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Pem.print(keys.getPrivate()) + Pem.print(keys.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519 keys", e);
        }
    }

    /** Signs. */
    public SignedPermit sign(Permit permit) {
        return SignedPermit.sign(permit, key);
    }

    /** The public half, PEM. */
    public String publicKey() {
        return publicKey;
    }
}
