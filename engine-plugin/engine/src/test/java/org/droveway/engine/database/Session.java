package org.droveway.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The transaction of each thread, and the entity manager in it. */
final class Session {
    private final EntityManagerFactory factory;
    private final Map<Thread, EntityManager> current = new ConcurrentHashMap<>();

    /** Something to be done in a transaction. */
    interface Work<T, X extends Exception> {
        T call() throws X;
    }

    Session(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Joins the thread's transaction, or makes one that is rolled back when anything is thrown. */
    <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        if (current.containsKey(Thread.currentThread())) {
            return work.call();
        }
        EntityManager entities = factory.createEntityManager();
        current.put(Thread.currentThread(), entities);
        try {
            entities.getTransaction().begin();
            T result = work.call();
            entities.getTransaction().commit();
            return result;
        } finally {
            current.remove(Thread.currentThread());
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Passes every call on to the thread's own. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager entities = current.get(Thread.currentThread());
                    if (entities == null) {
                        throw new IllegalStateException(method.getName() + " is called outside of a transaction");
                    }
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
