package org.droveway.engine.api.events;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One client's stream. A client that does not read is cut off: it connects again and gets everything anew. */
final class EventStream {
    /** How many events may be on their way. */
    private static final int MOST_PENDING = 5_000;

    private final UUID token;
    private final SseEventSink sink;
    private final Sse sse;
    private final Turns turns = new Turns();
    private final AtomicInteger pending = new AtomicInteger();
    private long sequence;

    /** @param token with which the client came; the stream lives no longer than it */
    EventStream(UUID token, SseEventSink sink, Sse sse) {
        this.token = token;
        this.sink = sink;
        this.sse = sse;
    }

    UUID token() {
        return token;
    }

    boolean isOver() {
        if (pending.get() > MOST_PENDING) {
            sink.close();
        }
        return sink.isClosed();
    }

    void end() {
        sink.close();
    }

    void send(StreamEvent event) {
        sequence++;
        send(sse.newEventBuilder()
                .id(Long.toString(sequence))
                .name(event.name())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(event.data())
                .build());
    }

    void beat() {
        send(sse.newEventBuilder().comment("").build());
    }

    private void send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return;
        }
        pending.incrementAndGet();
        turns.next(() -> sink.send(event)).whenComplete((sent, failure) -> {
            pending.decrementAndGet();
            if (failure != null) {
                sink.close();
            }
        });
    }
}
