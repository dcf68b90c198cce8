package org.droveway.engine.api.events;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Begins each thing when the one before it is done; after a failure nothing more is begun. RESTEasy (6.2) loses an event that is sent while
 * the stream's first one is being flushed: it is queued behind the last look into the queue.
 */
final class Turns {
    private CompletionStage<Void> last = CompletableFuture.completedFuture(null);

    /** The end of this thing; of the first that failed, if one did. */
    synchronized CompletionStage<Void> next(Supplier<? extends CompletionStage<?>> thing) {
        last = last.thenCompose(done -> thing.get().thenAccept(result -> {}));
        return last;
    }
}
