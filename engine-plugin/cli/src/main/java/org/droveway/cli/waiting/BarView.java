package org.droveway.cli.waiting;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.text.ProgressLine;

/** One line of a terminal, rewritten in place. */
public final class BarView implements MigrationView {
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter terminal;
    private final int columns;

    /** Writes to a terminal of this width. */
    public BarView(PrintWriter terminal, int columns) {
        this.terminal = requireNonNull(terminal, "terminal");
        this.columns = columns;
    }

    @Override
    public void show(Migration migration) {
        rewrite(ProgressLine.render(migration, columns));
    }

    @Override
    public void outage(String why) {
        String line = "waiting: " + why;
        rewrite(line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1)));
    }

    @Override
    public void close() {
        rewrite("");
    }

    private void rewrite(String line) {
        terminal.print(CLEAR + line);
        terminal.flush();
    }
}
