package org.droveway.engine.api.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.droveway.engine.inventory.Inventory;
import org.droveway.engine.inventory.InventoryChange;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.store.ChangeCommitted;
import org.droveway.engine.security.Tokens;

/**
 * Sends every change to every open stream. One thread does it all, so that each stream sees everything first and then each
 * change in its order; changes of one object that come close together are told once, as it is at last.
 */
@ApplicationScoped
public class EventHub {
    private static final Logger LOG = System.getLogger(EventHub.class.getName());

    /** Changes wait this long for others of the same object, ms. */
    private static final long GATHER_MILLIS = 50;

    /** How often a quiet stream shows that it is alive, s. */
    private static final long BEAT_SECONDS = 15;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Contents contents;

    @Inject
    Inventory inventory;

    @Inject
    Tokens tokens;

    private final Set<Subject> changed = new LinkedHashSet<>();
    private final List<EventStream> streams = new ArrayList<>();
    private ScheduledExecutorService teller;

    @PostConstruct
    void open() {
        teller = Executors.newSingleThreadScheduledExecutor(threads);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        inventory.subscribe(this::changed);
        Future<?> unused =
                teller.scheduleWithFixedDelay(() -> guarded(this::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    /** From now on the sink is told, beginning with everything there is. */
    void subscribe(UUID token, SseEventSink sink, Sse sse) {
        teller.execute(() -> guarded(() -> begin(new EventStream(token, sink, sse))));
    }

    private void begin(EventStream stream) {
        streams.add(stream);
        orEnd(List.of(stream), () -> {
            contents.everything().forEach(stream::send);
            stream.send(new StreamEvent("ready", "{}"));
        });
    }

    /** A client whose stream ends connects again and gets everything anew; one that was not told something would never know. */
    private static void orEnd(List<EventStream> told, Runnable telling) {
        boolean done = false;
        try {
            telling.run();
            done = true;
        } finally {
            if (!done) {
                told.forEach(EventStream::end);
            }
        }
    }

    void changed(@Observes ChangeCommitted change) {
        changed(new Subject(change.kind(), change.name()));
    }

    private void changed(InventoryChange change) {
        if (change instanceof InventoryChange.HostChanged host) {
            changed(new Subject(Kind.HOST, host.host().name()));
        } else if (change instanceof InventoryChange.HostRemoved host) {
            changed(new Subject(Kind.HOST, host.host()));
        } else if (change instanceof InventoryChange.VmChanged vm) {
            changed(new Subject(Kind.VM, vm.vm().id().toString()));
        } else if (change instanceof InventoryChange.VmRemoved vm) {
            changed(new Subject(Kind.VM, vm.vm().toString()));
        }
    }

    private void changed(Subject subject) {
        synchronized (changed) {
            boolean first = changed.isEmpty();
            changed.add(subject);
            if (!first) {
                return;
            }
        }
        Future<?> unused = teller.schedule(() -> guarded(this::tellChanges), GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tellChanges() {
        List<Subject> subjects;
        synchronized (changed) {
            subjects = List.copyOf(changed);
            changed.clear();
        }
        if (!streams.isEmpty()) {
            tell(() -> {
                List<StreamEvent> events = contents.of(subjects);
                return stream -> events.forEach(stream::send);
            });
        }
    }

    private void beat() {
        tell(() -> EventStream::beat);
    }

    /** To those only whose tokens still count: a revoked one hears nothing more. */
    private void tell(Supplier<Consumer<EventStream>> what) {
        orEnd(streams, () -> {
            Set<UUID> valid = tokens.valid();
            streams.stream().filter(stream -> !valid.contains(stream.token())).forEach(EventStream::end);
            streams.removeIf(EventStream::isOver);
            streams.forEach(what.get());
        });
    }

    /** A failure must not end the thread's work for all streams. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "events could not be told", e);
        }
    }
}
