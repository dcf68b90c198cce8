package org.droveway.engine.audit.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Sees every row that Hibernate writes, whichever code changed it, and has it written down with the transaction. An entity
 * that is added tomorrow is audited without a line here.
 */
final class ChangeCapture
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {
    private final Map<EventSource, TransactionChanges> open = Collections.synchronizedMap(new WeakHashMap<>());
    private final AuditedColumns columns = new AuditedColumns();
    private final Map<String, Type> elementTypes;

    /**
     * For one session factory.
     *
     * @param elementTypes of collections, by role
     */
    ChangeCapture(Map<String, Type> elementTypes) {
        this.elementTypes = Map.copyOf(elementTypes);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (!columns.isAudited(event.getPersister())) {
            return;
        }
        RowChange row = row(event.getSession(), event.getPersister(), event.getId());
        row.created();
        state(row, event.getPersister(), null, event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (columns.isAudited(event.getPersister())) {
            RowChange row = row(event.getSession(), event.getPersister(), event.getId());
            state(row, event.getPersister(), event.getOldState(), event.getState());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (columns.isAudited(event.getPersister())) {
            RowChange row = row(event.getSession(), event.getPersister(), event.getId());
            state(row, event.getPersister(), event.getDeletedState(), null);
            row.removed();
        }
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        collection(event, false, true);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        collection(event, true, true);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        collection(event, true, false);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void state(
            RowChange row, EntityPersister persister, Object @Nullable [] before, Object @Nullable [] after) {
        String[] names = persister.getPropertyNames();
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < names.length; i++) {
            Object was = before == null ? null : before[i];
            Object is = after == null ? null : after[i];
            if (!types[i].isCollectionType() && !Objects.deepEquals(was, is)) {
                column(row, persister, names[i], RowText.of(types[i], was), RowText.of(types[i], is));
            }
        }
    }

    private void collection(AbstractCollectionEvent event, boolean old, boolean current) {
        PersistentCollection<?> collection = event.getCollection();
        Object id = event.getAffectedOwnerIdOrNull();
        String owner = event.getAffectedOwnerEntityName();
        if (collection == null || id == null || owner == null) {
            return;
        }
        EventSource session = event.getSession();
        EntityPersister persister = session.getEntityPersister(owner, null);
        if (columns.isAudited(persister)) {
            String role = role(session, collection);
            JsonNode was = elements(role, old ? collection.getStoredSnapshot() : null);
            JsonNode is = elements(role, current ? collection.getValue() : null);
            column(row(session, persister, id), persister, role.substring(owner.length() + 1), was, is);
        }
    }

    /** A collection learns its role only when it is stored. */
    private static String role(EventSource session, PersistentCollection<?> collection) {
        String known = collection.getRole();
        return known != null
                ? known
                : Objects.requireNonNull(session.getPersistenceContextInternal()
                                .getCollectionEntry(collection)
                                .getCurrentPersister())
                        .getRole();
    }

    /** Snapshots of sets are maps. */
    private JsonNode elements(String role, @Nullable Object values) {
        Collection<?> elements = values instanceof Map<?, ?> map
                ? map.values()
                : values instanceof Collection<?> collection ? collection : List.of();
        Type type = Objects.requireNonNull(elementTypes.get(role), role);
        return elements.isEmpty() ? NullNode.getInstance() : RowText.of(type, elements);
    }

    private void column(RowChange row, EntityPersister persister, String name, JsonNode was, JsonNode is) {
        switch (columns.telling(persister, name)) {
            case NOTHING -> {}
            case THAT_IT_CHANGED ->
                row.column(name, AuditedColumns.hidden(was, "old"), AuditedColumns.hidden(is, "new"));
            case EVERYTHING -> row.column(name, was, is);
        }
    }

    private RowChange row(EventSource session, EntityPersister persister, Object id) {
        return open.computeIfAbsent(session, this::begin)
                .row(AuditedColumns.kind(persister) + " " + RowText.name(persister.getIdentifierType(), id));
    }

    private TransactionChanges begin(EventSource session) {
        TransactionChanges changes = new TransactionChanges();
        session.getActionQueue().registerProcess(committing -> {
            // What is changed after this is another turn's.
            open.remove(session);
            changes.write(committing);
        });
        session.getActionQueue().registerProcess((success, ended) -> open.remove(session));
        return changes;
    }
}
