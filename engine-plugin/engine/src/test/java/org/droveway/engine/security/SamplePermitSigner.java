package org.droveway.engine.security;

import java.nio.file.Path;

/** A signer with a key of its own, for tests of other packages. */
public final class SamplePermitSigner {
    private SamplePermitSigner() {}

    /** Its key is made in the directory. */
    public static PermitSigner in(Path directory) {
        return PermitSigner.open(directory);
    }
}
