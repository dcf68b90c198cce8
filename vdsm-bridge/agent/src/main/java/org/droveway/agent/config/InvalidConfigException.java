package org.droveway.agent.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used; the message has every reason. */
public final class InvalidConfigException extends Exception {
    private final List<String> problems;

    public InvalidConfigException(Path file, List<String> problems) {
        super(file + " cannot be used:\n  - " + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
        return problems;
    }
}
