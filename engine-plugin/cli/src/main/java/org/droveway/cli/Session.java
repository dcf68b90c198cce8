package org.droveway.cli;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.droveway.cli.connection.Connection;
import org.droveway.cli.connection.Transport;
import org.droveway.cli.engine.Engine;
import org.droveway.cli.engine.EngineJson;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.engine.People;
import org.droveway.cli.waiting.BarView;
import org.droveway.cli.waiting.Follower;
import org.droveway.cli.waiting.LineView;
import org.droveway.cli.waiting.MigrationView;
import org.droveway.cli.waiting.Pace;
import org.droveway.cli.waiting.Settling;
import org.jspecify.annotations.Nullable;

/** One run of drovectl: the engine it talks to, and how it shows what the engine says. */
public final class Session {
    private final Supplier<Connection> connection;
    private final Console console;
    private final Pace pace;
    private final Interrupts interrupts;
    private Format format = Format.TABLE;
    private @Nullable Transport transport;

    /**
     * Opens nothing yet.
     *
     * @param connection asked when the first call is made
     */
    public Session(Supplier<Connection> connection, Console console, Pace pace, Interrupts interrupts) {
        this.connection = requireNonNull(connection, "connection");
        this.console = requireNonNull(console, "console");
        this.pace = requireNonNull(pace, "pace");
        this.interrupts = requireNonNull(interrupts, "interrupts");
    }

    /** The engine. */
    public Engine engine() {
        return new Engine(transport());
    }

    /** The same engine's users, sessions and audit. */
    public People people() {
        return new People(transport());
    }

    /** Where the engine is. */
    public URI url() {
        return connection.get().url();
    }

    private Transport transport() {
        if (transport == null) {
            transport = new Transport(connection.get());
        }
        return transport;
    }

    /** Where to write. */
    public Console console() {
        return console;
    }

    /** How results are printed. */
    public Format format() {
        return format;
    }

    /** Chosen on the command line. */
    void format(Format chosen) {
        this.format = requireNonNull(chosen, "chosen");
    }

    /** Prints a result: the value as JSON, or its text. */
    public void print(Object value, Supplier<String> text) {
        console.out().println(format == Format.JSON ? json(value) : text.get());
        console.out().flush();
    }

    /** Says to a person that something without a result was done; scripts see the exit status. */
    public void tell(String sentence) {
        if (format == Format.TABLE) {
            console.out().println(sentence);
            console.out().flush();
        }
    }

    /** Follows a migration to its end, showing progress to a person. */
    public Migration await(String id) {
        return await(id, progressView());
    }

    /** Follows a migration to its end. */
    public Migration await(String id, MigrationView view) {
        try (Interrupts.Scope scope = interrupts.during(() -> sayThatItGoesOn(id))) {
            requireNonNull(scope, "scope");
            return new Follower(engine(), pace).untilEnd(id, view);
        }
    }

    /**
     * Asks until the answer is as it should become, for a few seconds at most; the last answer.
     *
     * @param question asked at least once
     */
    public <T> T settled(Supplier<T> question, Predicate<T> wanted) {
        return new Settling(pace).until(question, wanted);
    }

    private MigrationView progressView() {
        if (console.isTerminal()) {
            return new BarView(console.err(), console.columns());
        }
        return format == Format.TABLE ? new LineView(console.out()) : migration -> {};
    }

    private void sayThatItGoesOn(String id) {
        console.err()
                .println((console.isTerminal() ? "\n" : "") + "drovectl: no longer waiting; migration " + id
                        + " goes on\n"
                        + "  watch it   drovectl migration watch " + id + "\n"
                        + "  cancel it  drovectl migration cancel " + id);
        console.err().flush();
    }

    private static String json(Object value) {
        try {
            return EngineJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value.getClass(), e);
        }
    }

    /** What -o chooses. */
    public enum Format {
        /** Text for people. */
        TABLE,
        /** For scripts: only JSON on stdout. */
        JSON
    }
}
