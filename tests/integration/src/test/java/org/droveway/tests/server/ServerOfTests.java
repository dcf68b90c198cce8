package org.droveway.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.droveway.engine.database.Database;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Before the first test of this JVM: makes ready the server that Arquillian starts, on the database that Maven names. */
public final class ServerOfTests implements LauncherSessionListener {
    private static final AtomicBoolean MADE = new AtomicBoolean();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (MADE.compareAndSet(false, true)) {
            make(Database.valueOf(System.getProperty("engine.database")));
        }
    }

    private static void make(Database database) {
        try {
            Path home = Path.of(System.getProperty("engine.home")).toRealPath();
            Path base = Path.of(System.getProperty("engine.base"));
            ServerDirectory.clear(base);
            Path arquillian = ServerDirectory.make(home, base, database.environment(base));
            System.setProperty("arquillian.xml", arquillian.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a server on " + database + " ready", e);
        }
    }
}
