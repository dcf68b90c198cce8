package org.droveway.protocol.permit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.droveway.protocol.Json;

/**
 * A permit as it travels: the exact bytes that were signed, so that nothing depends on how JSON is printed.
 *
 * @param payload the permit's JSON, base64url without padding
 * @param signature Ed25519 over the payload's bytes, base64url without padding
 */
public record SignedPermit(String payload, String signature) {
    public SignedPermit {
        requireNonNull(payload, "payload");
        requireNonNull(signature, "signature");
    }

    /** Signs; the key must be Ed25519. */
    public static SignedPermit sign(Permit permit, PrivateKey key) {
        try {
            byte[] bytes = Json.mapper().writeValueAsBytes(permit);
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(bytes);
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return new SignedPermit(base64.encodeToString(bytes), base64.encodeToString(signer.sign()));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign permit " + permit.id(), e);
        }
    }

    /**
     * The permit, if the engine signed it.
     *
     * @throws InvalidPermitException if the signature is not the key's, or the payload is not a permit
     */
    public Permit verify(PublicKey key) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(payload);
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(bytes);
            if (!verifier.verify(Base64.getUrlDecoder().decode(signature))) {
                throw new InvalidPermitException("the signature is not the engine's");
            }
            return Json.mapper().readValue(bytes, Permit.class);
        } catch (IllegalArgumentException | IOException | GeneralSecurityException e) {
            throw new InvalidPermitException("the permit cannot be read", e);
        }
    }
}
