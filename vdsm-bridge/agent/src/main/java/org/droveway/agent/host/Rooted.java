package org.droveway.agent.host;

import java.nio.file.Path;

/** Absolute paths below another root than {@code /}, which tests have. */
final class Rooted {
    private Rooted() {}

    /** A relative path, which no host means, is taken for one of the root. */
    static Path in(Path root, Path absolute) {
        return absolute.isAbsolute() ? root.resolve(absolute.getRoot().relativize(absolute)) : root.resolve(absolute);
    }
}
