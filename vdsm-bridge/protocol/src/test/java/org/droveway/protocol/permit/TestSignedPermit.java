package org.droveway.protocol.permit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import org.droveway.protocol.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what the engine signed, bit for bit, is a permit. */
final class TestSignedPermit {
    private static final KeyPair ENGINE = newKeys();
    private static final Permit PERMIT = permit(1);
    private static final SignedPermit SIGNED = SignedPermit.sign(PERMIT, ENGINE.getPrivate());

    static IntStream bytesOfThePayload() {
        return IntStream.range(0, Base64.getUrlDecoder().decode(SIGNED.payload()).length);
    }

    static IntStream bytesOfTheSignature() {
        return IntStream.range(0, 64);
    }

    @Test
    void isThePermitThatWasSigned() {
        assertThat(SIGNED.verify(ENGINE.getPublic())).isEqualTo(PERMIT);
    }

    @Test
    void anotherKeyIsNotTheEngines() {
        assertThatThrownBy(() -> SIGNED.verify(newKeys().getPublic()))
                .isInstanceOf(InvalidPermitException.class)
                .hasMessage("the signature is not the engine's");
    }

    @ParameterizedTest
    @MethodSource("bytesOfThePayload")
    void noBitOfThePayloadMayChange(int index) {
        SignedPermit forged = new SignedPermit(flip(SIGNED.payload(), index), SIGNED.signature());

        assertThatThrownBy(() -> forged.verify(ENGINE.getPublic())).isInstanceOf(InvalidPermitException.class);
    }

    @ParameterizedTest
    @MethodSource("bytesOfTheSignature")
    void noBitOfTheSignatureMayChange(int index) {
        SignedPermit forged = new SignedPermit(SIGNED.payload(), flip(SIGNED.signature(), index));

        assertThatThrownBy(() -> forged.verify(ENGINE.getPublic())).isInstanceOf(InvalidPermitException.class);
    }

    @Test
    void theSignatureOfAnotherPermitDoesNotFit() {
        SignedPermit other = SignedPermit.sign(permit(2), ENGINE.getPrivate());
        SignedPermit mixed = new SignedPermit(SIGNED.payload(), other.signature());

        assertThatThrownBy(() -> mixed.verify(ENGINE.getPublic())).isInstanceOf(InvalidPermitException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA"})
    void aSignatureThatIsNoneIsRefused(String signature) {
        SignedPermit forged = new SignedPermit(SIGNED.payload(), signature);

        assertThatThrownBy(() -> forged.verify(ENGINE.getPublic())).isInstanceOf(InvalidPermitException.class);
    }

    @Test
    void aSignedTextThatIsNoPermitIsRefused() throws GeneralSecurityException {
        byte[] text = "{\"id\":\"x\"}".getBytes(UTF_8);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(ENGINE.getPrivate());
        signer.update(text);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        SignedPermit odd = new SignedPermit(base64.encodeToString(text), base64.encodeToString(signer.sign()));

        assertThatThrownBy(() -> odd.verify(ENGINE.getPublic()))
                .isInstanceOf(InvalidPermitException.class)
                .hasMessage("the permit cannot be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void onlyOneOrTwoPortsCanBePermitted(int ports) {
        assertThatThrownBy(() -> permit(ports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ports is " + ports + ", needed 1 (memory) or 2 (memory and disks)");
    }

    private static String flip(String base64url, int index) {
        byte[] bytes = Base64.getUrlDecoder().decode(base64url);
        bytes[index] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Permit permit(int ports) {
        return new Permit(
                UUID.fromString("6c1b3a39-6c4e-4a94-9f0b-0f4b1c0d9e01"),
                UUID.fromString("6c1b3a39-6c4e-4a94-9f0b-0f4b1c0d9e02"),
                UUID.fromString("6c1b3a39-6c4e-4a94-9f0b-0f4b1c0d9e03"),
                "vm1",
                "h1",
                "h2",
                "10.62.0.11",
                "10.62.0.12",
                ports,
                Security.SECURE,
                "migration",
                false,
                7,
                Instant.parse("2026-11-21T10:00:00Z"),
                Instant.parse("2026-11-21T10:01:00Z"));
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
