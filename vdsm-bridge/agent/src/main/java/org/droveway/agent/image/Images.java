package org.droveway.agent.image;

import java.io.IOException;
import java.nio.file.Path;

/** Looks into disk images and makes them. */
public interface Images {
    /**
     * What the image is; a guest may be running on it.
     *
     * @param format as the domain names it, never guessed from the content: that is the guest's to write
     * @throws IOException if it is not there, or not of that format
     */
    Image inspect(Path file, String format) throws IOException;

    /**
     * Makes an empty image in a file that is there, without taking the space it may need later.
     *
     * @param format raw or qcow2
     * @throws IOException if it cannot be written
     */
    void make(Path file, String format, long virtualBytes) throws IOException;
}
