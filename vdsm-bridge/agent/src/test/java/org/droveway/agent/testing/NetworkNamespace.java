package org.droveway.agent.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A network namespace of the test's own: one thread that lives in it, and every thread and process it starts. Needs root, and touches nothing of the
 * machine's.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;

    static {
        Native.register(NetworkNamespace.class, "c");
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "in a namespace");
        worker.setDaemon(true);
        return worker;
    });

    /** Makes the namespace, with its loopback up. */
    public NetworkNamespace() {
        call(() -> unshare(CLONE_NEWNET));
        run("ip", "link", "set", "lo", "up");
    }

    private static native int unshare(int flags) throws LastErrorException;

    /** Does something inside. */
    public <T> T call(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program inside and gives back what it printed. */
    public String run(String... command) {
        return call(() -> {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + output);
            }
            return output;
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
