package org.droveway.engine.migration.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.droveway.engine.audit.Unaudited;
import org.droveway.engine.inventory.store.StoredJson;
import org.droveway.engine.migration.KnownPath;
import org.droveway.protocol.observe.PathReport;

/** Row of what was last found about a way. */
@Entity
@Unaudited
@Table(name = "path")
class PathEntity {
    private static final TypeReference<PathReport> REPORT = new TypeReference<>() {};

    @EmbeddedId
    PathKey id = new PathKey("", "");

    UUID migration = new UUID(0, 0);

    @Column(name = "seen_at")
    Instant seenAt = Instant.EPOCH;

    String report = "";

    static PathEntity of(KnownPath path) {
        PathEntity entity = new PathEntity();
        entity.id = new PathKey(path.from(), path.to());
        entity.migration = path.migration();
        entity.seenAt = path.seenAt();
        entity.report = StoredJson.print(path.report());
        return entity;
    }

    KnownPath path() {
        return new KnownPath(id.source(), id.destination(), migration, seenAt, StoredJson.parse(report, REPORT));
    }
}
