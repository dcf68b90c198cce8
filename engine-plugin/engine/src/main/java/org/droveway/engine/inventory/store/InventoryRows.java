package org.droveway.engine.inventory.store;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.droveway.engine.inventory.ObjectChanged;
import org.droveway.engine.inventory.ObjectName;
import org.droveway.engine.inventory.RefusedException;
import org.droveway.engine.inventory.UnknownObjectException;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** What the services of this package do alike: find or refuse, make or refuse, tell of changes. */
@Dependent
class InventoryRows {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<ObjectChanged> changes;

    @Inject
    Event<ObjectRemoving> removals;

    <T> List<T> all(Class<T> type, String order) {
        String query = "select e from " + type.getSimpleName() + " e order by e." + order;
        return entities.createQuery(query, type).getResultList();
    }

    <T> T find(Class<T> type, String kind, Object key, String name) {
        T found = entities.find(type, key);
        if (found == null) {
            throw new UnknownObjectException(kind, name);
        }
        return found;
    }

    <T> T find(Class<T> type, String kind, String name) {
        return find(type, kind, name, name);
    }

    /** Nobody else changes or removes the row until the transaction ends. */
    <T> T lock(Class<T> type, String kind, String name) {
        T found = find(type, kind, name);
        entities.lock(found, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(found);
        return found;
    }

    void requireFree(Class<?> type, String kind, String name) {
        ObjectName.check(kind, name);
        if (entities.find(type, name) != null) {
            throw new RefusedException(List.of(Refusal.of(
                    RefusalCode.NAME_TAKEN,
                    kind + " " + name,
                    "there is one already",
                    "a name that is free",
                    "choose another name, or change the " + kind + " that is there")));
        }
    }

    /** A change in the cluster that plans could depend on. */
    void touchPolicy(String cluster) {
        ClusterEntity row = find(ClusterEntity.class, "cluster", cluster);
        DataCenterEntity dataCenter = lock(DataCenterEntity.class, "data center", row.dataCenter);
        dataCenter.policyVersion++;
    }

    /** Removes the row after all that goes with it. */
    void remove(Object row, ObjectChanged.Kind kind, String name) {
        removals.fire(new ObjectRemoving(kind, name));
        entities.flush();
        entities.remove(row);
        changed(kind, name);
    }

    void changed(ObjectChanged.Kind kind, String name) {
        changes.fire(new ObjectChanged(kind, name));
    }

    static RefusedException inUse(String object, String found, String needed, String remedy) {
        return new RefusedException(List.of(Refusal.of(RefusalCode.IN_USE, object, found, needed, remedy)));
    }
}
