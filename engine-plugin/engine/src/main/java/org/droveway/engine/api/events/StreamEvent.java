package org.droveway.engine.api.events;

import static java.util.Objects.requireNonNull;

/**
 * What goes out, but for its id.
 *
 * @param data JSON, one line
 */
record StreamEvent(String name, String data) {
    StreamEvent {
        requireNonNull(name, "name");
        requireNonNull(data, "data");
    }
}
