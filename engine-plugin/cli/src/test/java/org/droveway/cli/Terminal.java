package org.droveway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.droveway.cli.connection.Connection;
import org.droveway.cli.connection.SessionFile;
import org.droveway.cli.waiting.Pace;

/** Runs drovectl in this process against an engine, on a clock that only pauses move. */
public final class Terminal {
    /** What is typed where nothing else is said. */
    public static final String PASSWORD = "typed password";

    private final String url;
    private final String token;
    private final List<Runnable> interruptions = new ArrayList<>();
    private byte[] input = {};
    private final Queue<String> typed = new ArrayDeque<>();
    private Path home = Path.of("target", "home");
    private int columns;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private Runnable atPause = () -> {};

    /** A terminal in front of an engine. */
    public Terminal(ScriptedEngine engine) {
        this(engine.url(), "secret");
    }

    /** A terminal in front of whatever is at an address. */
    public Terminal(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Makes stderr a terminal of this width. */
    public Terminal columns(int width) {
        columns = width;
        return this;
    }

    /** Pipes a text into the next runs. */
    public Terminal input(String text) {
        input = text.getBytes(UTF_8);
        return this;
    }

    /** Uses this home directory. */
    public Terminal home(Path directory) {
        home = directory;
        return this;
    }

    /** Types these passwords when asked. */
    public Terminal typing(String... passwords) {
        typed.addAll(List.of(passwords));
        return this;
    }

    /** Does something each time drovectl pauses. */
    public Terminal atPause(Runnable action) {
        atPause = action;
        return this;
    }

    /** Presses Ctrl-C: what drovectl said it would do then. */
    public void interrupt() {
        interruptions.forEach(Runnable::run);
    }

    /** Runs one command line. */
    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input),
                out,
                new PrintWriter(out, false, UTF_8),
                new PrintWriter(err),
                columns);
        Session session = new Session(() -> Connection.to(url, token, null), console, new TestPace(), action -> {
            interruptions.add(action);
            return () -> interruptions.remove(action);
        });
        int exit = Drovectl.commandLine(
                        session, new SessionFile(home), label -> typed.isEmpty() ? PASSWORD : typed.remove())
                .execute(arguments);
        console.out().flush();
        console.err().flush();
        return new Result(exit, out.toString(UTF_8), err.toString());
    }

    /** What came of it. */
    public record Result(int exit, String out, String err) {}

    private final class TestPace implements Pace {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration);
            atPause.run();
        }
    }
}
