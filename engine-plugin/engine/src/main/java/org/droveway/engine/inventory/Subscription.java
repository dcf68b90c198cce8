package org.droveway.engine.inventory;

/** Ends what a subscribe call began; closing twice is harmless. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
