package org.droveway.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** What is said when a person presses Ctrl-C. */
public interface Interrupts {
    /** Runs the action if drovectl is interrupted before the scope is closed. */
    Scope during(Runnable action);

    /** Ends what {@link #during} began. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Of this process. */
    static Interrupts ofProcess() {
        return action -> {
            // A hook cannot be taken back once the process ends, so the scope is a flag that the hook reads.
            AtomicBoolean open = new AtomicBoolean(true);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (open.get()) {
                    action.run();
                }
            }));
            return () -> open.set(false);
        };
    }
}
