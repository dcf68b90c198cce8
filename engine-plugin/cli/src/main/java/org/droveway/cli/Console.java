package org.droveway.cli;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * Where drovectl reads and writes.
 *
 * @param in what is piped into it
 * @param bytes the same as out, for files that are no text to us
 * @param out results, and nothing else
 * @param err errors and progress
 * @param columns width of the terminal that shows err; 0: it is no terminal
 */
public record Console(InputStream in, OutputStream bytes, PrintWriter out, PrintWriter err, int columns) {
    public Console {
        requireNonNull(in, "in");
        requireNonNull(bytes, "bytes");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    /** Whether a line on err can be rewritten in place. */
    public boolean isTerminal() {
        return columns > 0;
    }
}
