package org.droveway.cli.waiting;

import org.droveway.cli.engine.Migration;

/** What a person or a script sees of a migration while it is followed. */
public interface MigrationView {
    /** The migration as it is now; the same state may come more than once. */
    void show(Migration migration);

    /** The engine does not answer for the moment. */
    default void outage(String why) {}

    /** Nothing follows: a line that is still being rewritten is cleared. */
    default void close() {}
}
