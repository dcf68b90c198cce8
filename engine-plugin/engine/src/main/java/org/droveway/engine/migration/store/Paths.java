package org.droveway.engine.migration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.droveway.engine.migration.KnownPath;

/** What is known of the ways between hosts: of each pair and direction the newest. */
@ApplicationScoped
@Transactional
public class Paths {
    @PersistenceContext
    EntityManager entities;

    /** Between hosts that are there, by source, then destination. */
    public List<KnownPath> all() {
        return entities.createQuery(
                        "select p from PathEntity p"
                                + " where p.id.source in (select h.name from HostEntity h)"
                                + " and p.id.destination in (select h.name from HostEntity h)"
                                + " order by p.id.source, p.id.destination",
                        PathEntity.class)
                .getResultStream()
                .map(PathEntity::path)
                .toList();
    }

    /** In place of what was known; an event that comes late changes nothing. */
    public void keep(KnownPath path) {
        PathEntity known = entities.find(PathEntity.class, new PathKey(path.from(), path.to()));
        if (known == null || known.seenAt.isBefore(path.seenAt())) {
            entities.merge(PathEntity.of(path));
        }
    }
}
