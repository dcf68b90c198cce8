package org.droveway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a password: on the terminal without showing it, else the next line of the standard input. */
public interface PasswordPrompt {
    /**
     * What was typed.
     *
     * @param label what is asked for
     * @throws CommandFailure if there is nothing to read
     */
    String ask(String label);

    /** This process's terminal and standard input. */
    static PasswordPrompt ofProcess() {
        return Optional.ofNullable(System.console()).map(PasswordPrompt::typed).orElseGet(PasswordPrompt::read);
    }

    private static PasswordPrompt typed(java.io.Console terminal) {
        return label -> {
            char[] typed = terminal.readPassword("%s: ", label);
            return given(typed == null ? null : new String(typed));
        };
    }

    private static PasswordPrompt read() {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return label -> {
            try {
                return given(input.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String given(@Nullable String password) {
        if (password == null) {
            throw CommandFailure.of(ExitCode.USAGE, "no password was given; type it, or put it on the standard input");
        }
        return password;
    }
}
