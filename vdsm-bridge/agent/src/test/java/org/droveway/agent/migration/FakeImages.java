package org.droveway.agent.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.droveway.agent.image.Image;
import org.droveway.agent.image.Images;

/** Images of 1 MiB, whatever is in the file. */
final class FakeImages implements Images {
    static final long BYTES = 1 << 20;

    @Override
    public Image inspect(Path file, String format) throws IOException {
        return new Image(BYTES, Files.size(file), null);
    }

    @Override
    public void make(Path file, String format, long virtualBytes) throws IOException {
        Files.writeString(file, "empty " + format);
    }
}
