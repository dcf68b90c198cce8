package org.droveway.agent.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Destination side: connects the source's libvirtd with ours and lets pass only what the contract needs. */
public final class RelayGate implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RelayGate.class.getName());
    private static final int CHUNK = 16 << 10;
    /** A message that has begun must be whole within this time. */
    private static final long WHOLE_WITHIN_MS = 10_000;

    private final Duplex source;
    private final Path libvirtSocket;
    private final RelayPolicy policy;
    private final Executor executor;
    private final ScheduledExecutorService timers;
    private final AtomicReference<@Nullable RelayViolation> violation = new AtomicReference<>();

    /**
     * Does nothing before {@link #run}.
     *
     * @param executor gives the way back a thread
     * @param timers must not be held up by anybody
     */
    public RelayGate(
            Duplex source,
            Path libvirtSocket,
            RelayContract contract,
            Executor executor,
            ScheduledExecutorService timers) {
        this.source = source;
        this.libvirtSocket = libvirtSocket;
        this.policy = new RelayPolicy(contract);
        this.executor = executor;
        this.timers = timers;
    }

    /**
     * Relays until either end is done.
     *
     * @throws RelayViolation if either end said what it may not; both connections are closed then
     * @throws IOException if libvirtd cannot be reached
     */
    public void run() throws IOException, RelayViolation {
        try (source;
                Duplex libvirtd = UnixDuplex.connect(libvirtSocket)) {
            executor.execute(() -> pass(libvirtd, source, new RpcFramer(RelayPolicy::replyLimit), this::checkReply));
            pass(source, libvirtd, new RpcFramer(RelayPolicy::callLimit), this::checkCall);
        }
        RelayViolation found = violation.get();
        if (found != null) {
            throw found;
        }
    }

    @Override
    public void close() {
        Quietly.close(source);
    }

    /** Throws if the message may not pass. */
    private interface Check {
        void accept(RpcFrame frame) throws RelayViolation;
    }

    private synchronized void checkCall(RpcFrame frame) throws RelayViolation {
        policy.checkCall(frame);
    }

    private synchronized void checkReply(RpcFrame frame) throws RelayViolation {
        policy.checkReply(frame);
    }

    private void pass(Duplex from, Duplex to, RpcFramer framer, Check check) {
        try (from;
                to) {
            carry(from, to, framer, check);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "control connection ends: " + e.getMessage());
        }
    }

    private void carry(Duplex from, Duplex to, RpcFramer framer, Check check) throws IOException {
        byte[] chunk = new byte[CHUNK];
        @Nullable ScheduledFuture<?> deadline = null;
        try {
            InputStream in = from.in();
            OutputStream out = to.out();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                List<RpcFrame> frames = framer.feed(chunk, count);
                for (RpcFrame frame : frames) {
                    check.accept(frame);
                    frame.writeTo(out);
                }
                deadline = rearm(deadline, framer, !frames.isEmpty(), from);
            }
        } catch (RelayViolation e) {
            // Noted before the ends are closed: the other way sees them close and asks for the reason at once.
            violation.compareAndSet(null, e);
        } finally {
            cancel(deadline);
        }
    }

    /** Whoever sends half a message and then nothing is cut off. */
    private @Nullable ScheduledFuture<?> rearm(
            @Nullable ScheduledFuture<?> deadline, RpcFramer framer, boolean progressed, Duplex from) {
        if (progressed || !framer.midMessage()) {
            cancel(deadline);
            deadline = null;
        }
        return framer.midMessage() && deadline == null
                ? timers.schedule(() -> Quietly.close(from), WHOLE_WITHIN_MS, TimeUnit.MILLISECONDS)
                : deadline;
    }

    private static void cancel(@Nullable ScheduledFuture<?> deadline) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
