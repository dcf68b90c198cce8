package org.droveway.engine.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A signer of permits, for tests of what asks for them. */
public final class SamplePermits {
    private SamplePermits() {}

    /** With a key that the tests made. */
    public static PermitSigner any() {
        try {
            return PermitSigner.open(Files.createDirectories(Path.of("target", "permit-key")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
