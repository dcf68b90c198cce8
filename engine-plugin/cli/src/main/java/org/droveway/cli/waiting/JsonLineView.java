package org.droveway.cli.waiting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import org.droveway.cli.engine.EngineJson;
import org.droveway.cli.engine.Migration;
import org.jspecify.annotations.Nullable;

/** JSON lines: the whole migration, each time it has changed. */
public final class JsonLineView implements MigrationView {
    private final PrintWriter out;
    private @Nullable Migration last;

    /** Writes lines to out. */
    public JsonLineView(PrintWriter out) {
        this.out = requireNonNull(out, "out");
    }

    @Override
    public void show(Migration migration) {
        if (migration.equals(last)) {
            return;
        }
        last = migration;
        try {
            out.println(EngineJson.mapper().writeValueAsString(migration));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write migration " + migration.id(), e);
        }
    }
}
