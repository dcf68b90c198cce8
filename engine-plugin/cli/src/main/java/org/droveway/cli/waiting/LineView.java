package org.droveway.cli.waiting;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.text.MigrationText;
import org.droveway.cli.text.ProgressLine;

/** Plain lines: each step once, the copy's progress at every tenth, an outage when it begins. */
public final class LineView implements MigrationView {
    private final PrintWriter out;
    private int steps;
    private int tenths;
    private boolean away;

    /** Writes lines to out. */
    public LineView(PrintWriter out) {
        this.out = requireNonNull(out, "out");
    }

    @Override
    public void show(Migration migration) {
        away = false;
        migration.steps().stream().skip(steps).forEach(step -> out.println(MigrationText.step(step)));
        steps = Math.max(steps, migration.steps().size());
        int reached = ProgressLine.percent(migration) / 10;
        if (reached > tenths) {
            tenths = reached;
            out.println(ProgressLine.render(migration, Integer.MAX_VALUE));
        }
        out.flush();
    }

    @Override
    public void outage(String why) {
        if (!away) {
            away = true;
            out.println("waiting: " + why);
            out.flush();
        }
    }
}
