package org.droveway.agent.firewall;

import com.sun.jna.Pointer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** libnftables. Its context belongs to one thread, and to the network namespace of whoever calls first. */
public final class Nftables implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "nftables");
        worker.setDaemon(true);
        return worker;
    });
    private @Nullable Pointer context;

    /**
     * Runs commands as one transaction.
     *
     * @throws FirewallException if they are wrong or the kernel refuses; nothing was changed then
     */
    void run(String commands) {
        call(() -> command(commands, 0));
    }

    /**
     * Runs a listing and gives it back as JSON.
     *
     * @throws FirewallException if what is to be listed is not there, or cannot be read
     */
    String list(String command) {
        return call(() -> command(command, LibNftables.JSON | LibNftables.NUMERIC));
    }

    private String command(String commands, int flags) {
        Pointer current = context();
        LibNftables.nft_ctx_output_set_flags(current, flags);
        int status = LibNftables.nft_run_cmd_from_buffer(current, commands);
        // Both buffers are emptied by reading them.
        String output = LibNftables.nft_ctx_get_output_buffer(current);
        String error = LibNftables.nft_ctx_get_error_buffer(current);
        if (status != 0) {
            throw new FirewallException("nftables refuses: " + error.strip());
        }
        return output;
    }

    private Pointer context() {
        Pointer current = context;
        if (current == null) {
            current = LibNftables.nft_ctx_new(0);
            if (current == null
                    || LibNftables.nft_ctx_buffer_output(current) != 0
                    || LibNftables.nft_ctx_buffer_error(current) != 0) {
                throw new FirewallException("libnftables gives no context: no memory, or no privilege (CAP_NET_ADMIN)");
            }
            context = current;
        }
        return current;
    }

    private <T> T call(Callable<T> work) {
        Future<T> result = thread.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    // The kernel answers within milliseconds; whether it did matters more than stopping at once.
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof FirewallException refused) {
                        throw refused;
                    }
                    throw new IllegalStateException("libnftables cannot be used", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (context != null) {
                LibNftables.nft_ctx_free(context);
                context = null;
            }
        });
        thread.shutdown();
    }
}
