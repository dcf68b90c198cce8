package org.droveway.cli.command;

import org.droveway.cli.ExitCode;
import org.droveway.cli.engine.Migration;

/** What the end of a migration means for a script. */
final class Outcome {
    private Outcome() {}

    /** DONE only for a migration that completed and was not seen to break the policy. */
    static ExitCode of(Migration migration) {
        return switch (migration.state()) {
            case "REFUSED" -> ExitCode.REFUSED;
            case "COMPLETED" -> "violates".equals(migration.verdict()) ? ExitCode.FAILED : ExitCode.DONE;
            default -> ExitCode.FAILED;
        };
    }
}
