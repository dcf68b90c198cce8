package org.droveway.agent.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.droveway.protocol.host.HostReport;
import org.jspecify.annotations.Nullable;

/** Decides when a report is due: at every change, and every few seconds even without one. Called by one timer, about once a second. */
public final class Reporter {
    /** The engine is promised a report every 5 s. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(4);

    private final Supplier<HostReport> inventory;
    private final Consumer<HostReport> receiver;
    private final AtomicBoolean asked = new AtomicBoolean(true);
    private @Nullable HostReport last;
    private Instant lastAt = Instant.EPOCH;

    public Reporter(Supplier<HostReport> inventory, Consumer<HostReport> receiver) {
        this.inventory = requireNonNull(inventory, "inventory");
        this.receiver = requireNonNull(receiver, "receiver");
    }

    /** Makes the next {@link #tick} send, whatever it finds: the engine came back. May be called on any thread. */
    public void ask() {
        asked.set(true);
    }

    /** Looks, and sends if there is something to say. */
    public void tick() {
        HostReport report = inventory.get();
        boolean old = !lastAt.plus(AT_LEAST_EVERY).isAfter(report.at());
        if (asked.getAndSet(false) || old || changed(report)) {
            receiver.accept(report);
            last = report;
            lastAt = report.at();
        }
    }

    private boolean changed(HostReport report) {
        HostReport before = last;
        return before == null || !essence(before).equals(essence(report));
    }

    /** Not time and free memory, which always differ. */
    private static List<Object> essence(HostReport report) {
        return List.of(
                report.mode(),
                report.firewall(),
                Objects.requireNonNullElse(report.libvirtVersion(), ""),
                Objects.requireNonNullElse(report.qemuVersion(), ""),
                report.nics(),
                report.vms(),
                report.certificates());
    }
}
