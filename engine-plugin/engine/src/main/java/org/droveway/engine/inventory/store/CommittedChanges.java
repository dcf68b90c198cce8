package org.droveway.engine.inventory.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.droveway.engine.inventory.ObjectChanged;

/** Passes changes on when they are committed. A thread still inside its ended transaction cannot read the database. */
@ApplicationScoped
class CommittedChanges {
    @Resource
    ManagedThreadFactory threads;

    @Inject
    Event<ChangeCommitted> committed;

    private ExecutorService teller;

    @PostConstruct
    void start() {
        teller = Executors.newSingleThreadExecutor(threads);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        teller.execute(() -> committed.fire(new ChangeCommitted(change.kind(), change.name())));
    }
}
