package org.droveway.engine.audit.store;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.Collection;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.hibernate.type.Type;

/** Lets {@link ChangeCapture} see what Hibernate writes. */
public final class AuditIntegrator implements Integrator {
    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners =
                requireNonNull(factory.getServiceRegistry().getService(EventListenerRegistry.class));
        ChangeCapture capture = new ChangeCapture(elementTypes(metadata));
        listeners.appendListeners(EventType.POST_INSERT, capture);
        listeners.appendListeners(EventType.POST_UPDATE, capture);
        listeners.appendListeners(EventType.POST_DELETE, capture);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, capture);
        listeners.appendListeners(EventType.PRE_COLLECTION_UPDATE, capture);
        listeners.appendListeners(EventType.PRE_COLLECTION_REMOVE, capture);
    }

    private static Map<String, Type> elementTypes(Metadata metadata) {
        return metadata.getCollectionBindings().stream()
                .collect(Collectors.toMap(
                        Collection::getRole,
                        collection -> collection.getElement().getType()));
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry serviceRegistry) {
        // The listeners go with their factory.
    }
}
