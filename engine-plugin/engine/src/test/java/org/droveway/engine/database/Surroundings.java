package org.droveway.engine.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import org.droveway.engine.security.PermitSigner;

/** What the server would give the stores: entity managers, time, keys and hosts. */
class Surroundings implements Extension {
    private final Session session;
    private final Platform platform;
    private final PermitSigner permits;

    Surroundings(Session session, Platform platform, PermitSigner permits) {
        this.session = session;
        this.platform = platform;
        this.permits = permits;
    }

    <T> void inject(@Observes @WithAnnotations(PersistenceContext.class) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType()
                .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class))
                .forEach(field -> field.add(InjectLiteral.INSTANCE));
    }

    /** What needs the server's threads needs a server. */
    <T> void leaveOut(@Observes @WithAnnotations(Resource.class) ProcessAnnotatedType<T> type) {
        if (Arrays.stream(type.getAnnotatedType().getJavaClass().getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(Resource.class))) {
            type.veto();
        }
    }

    void add(@Observes AfterBeanDiscovery beans) {
        beans.<Session>addBean().types(Session.class).createWith(context -> session);
        beans.<EntityManager>addBean().types(EntityManager.class).createWith(context -> session.entities());
        beans.<Platform>addBean().addTransitiveTypeClosure(Platform.class).createWith(context -> platform);
        beans.<PermitSigner>addBean().types(PermitSigner.class).createWith(context -> permits);
        beans.<Clock>addBean().types(Clock.class).createWith(context -> Clock.systemUTC());
    }
}
