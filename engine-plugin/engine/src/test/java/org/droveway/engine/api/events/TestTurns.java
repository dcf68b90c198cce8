package org.droveway.engine.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TestTurns {
    private final Turns turns = new Turns();
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    private CompletionStage<?> thing() {
        CompletableFuture<String> thing = new CompletableFuture<>();
        begun.add(thing);
        return thing;
    }

    @Test
    void oneAfterTheOther() {
        turns.next(this::thing);
        turns.next(this::thing);
        turns.next(this::thing);
        assertThat(begun).hasSize(1);
        begun.get(0).complete("done");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("done");
        assertThat(begun).hasSize(3);
    }

    @Test
    void afterAFailureNothingMore() {
        turns.next(this::thing);
        CompletionStage<?> second = turns.next(this::thing);
        begun.get(0).completeExceptionally(new IllegalStateException("closed"));
        assertThat(begun).hasSize(1);
        assertThat(second.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void whatThrowsHasFailed() {
        CompletionStage<?> thrown = turns.next(() -> {
            throw new IllegalStateException("closed");
        });
        assertThat(thrown.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void manyThatAreDoneAtOnceNeedNoDeepStack() {
        CompletableFuture<String> first = new CompletableFuture<>();
        turns.next(() -> first);
        CompletionStage<?> end = first;
        for (int i = 0; i < 100_000; i++) {
            end = turns.next(() -> CompletableFuture.completedFuture("done"));
        }
        first.complete("done");
        assertThat(end.toCompletableFuture()).isCompleted();
    }
}
