package org.droveway.agent.relay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Both directions of a connection; each may be used by a thread of its own, closing ends both. */
public interface Duplex extends Closeable {
    /** From the other end. */
    InputStream in() throws IOException;

    /** To the other end. */
    OutputStream out() throws IOException;
}
