package org.droveway.agent.relay;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is given up anyway. */
final class Quietly {
    private Quietly() {}

    static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            System.getLogger(Quietly.class.getName())
                    .log(System.Logger.Level.DEBUG, "while closing: " + e.getMessage());
        }
    }
}
