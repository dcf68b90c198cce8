package org.droveway.cli;

/** How drovectl ends; the numbers are part of its interface. */
public enum ExitCode {
    /** What was asked for was done. */
    DONE(0),
    /** It failed: unknown object, missing right, migration not completed, or completed with the verdict violates. */
    FAILED(1),
    /** The command line is wrong, as far as drovectl or the engine can tell from it alone. */
    USAGE(2),
    /** Refused by policy, plan or negotiation: the reasons are listed. */
    REFUSED(3),
    /** The engine cannot be reached, or is not who it should be. */
    UNREACHABLE(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }
}
