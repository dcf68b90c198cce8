package org.droveway.engine.migration;

import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;

/** Told what happens to migrations. */
public interface MigrationListener {
    /**
     * A step of a migration. The executor gives each event until this returns normally, so the same one may come again, and
     * late.
     *
     * @param reporter the host whose agent saw it
     */
    void stepped(String reporter, MigrationEvent event);

    /** How far the copy is; given once, and lost if nobody listens. */
    void progressed(MigrationProgress progress);
}
