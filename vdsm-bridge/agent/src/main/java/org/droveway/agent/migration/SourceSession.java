package org.droveway.agent.migration;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.protocol.Convergence;

/** Carries one migration through on the source: feeds its machine, does what that wants. One thread; inputs come from anywhere. */
final class SourceSession implements Runnable {
    private static final System.Logger LOG = System.getLogger(SourceSession.class.getName());
    private static final long TICK_MS = 500;

    private final SourceParts parts;
    private final SourceMachine machine;
    private final SourceSteps steps;
    private final BlockingQueue<SourceInput> inputs = new LinkedBlockingQueue<>();
    private volatile boolean cancelAsked;
    private SourceState state;

    SourceSession(SourceParts parts, SourceRecord record, SourceState initial) {
        this.parts = parts;
        this.machine = new SourceMachine(
                record.permit().vmName(),
                Objects.requireNonNullElse(record.parameters().convergence(), Convergence.KEEP_ON));
        this.steps = new SourceSteps(parts, record, inputs::add);
        this.state = initial;
    }

    /** Asks for the end; what comes of it is told by events. */
    void cancel() {
        cancelAsked = true;
        inputs.add(new SourceInput.CancelAsked());
    }

    @Override
    public void run() {
        try (steps;
                Hypervisor.Subscription events = parts.hypervisor().onLifecycle(this::hear)) {
            LOG.log(System.Logger.Level.DEBUG, "hears " + events);
            handle(state.phase() == SourcePhase.SETTLING ? new SourceInput.Recover() : new SourceInput.Begin());
            while (state.phase() != SourcePhase.ENDED) {
                SourceInput input = inputs.poll(TICK_MS, TimeUnit.MILLISECONDS);
                if (input != null) {
                    handle(input);
                }
                steps.tick(state);
            }
        } catch (InterruptedException e) {
            // The agent ends: the record stays, the next start settles it.
            Thread.currentThread().interrupt();
        }
    }

    private void hear(LifecycleEvent event) {
        if (event.vm().equals(steps.vm()) && event.kind() == LifecycleEvent.Kind.SUSPENDED && event.byMigration()) {
            steps.suspended(event.at());
            inputs.add(new SourceInput.Suspended());
        }
    }

    /** What a step answers comes before what others say, but for a cancellation: the next step is not begun then. */
    private void handle(SourceInput first) {
        Deque<SourceInput> pending = new ArrayDeque<>(List.of(first));
        while (!pending.isEmpty()) {
            if (cancelAsked) {
                cancelAsked = false;
                pending.addFirst(new SourceInput.CancelAsked());
            }
            SourceMachine.Next next = machine.next(state, pending.removeFirst());
            state = next.state();
            pending.addAll(perform(next.actions()));
        }
    }

    private Deque<SourceInput> perform(List<SourceAction> actions) {
        Deque<SourceInput> answers = new ArrayDeque<>();
        for (SourceAction action : actions) {
            try {
                Optional<SourceInput> answer = steps.perform(action, state);
                answer.ifPresent(answers::add);
            } catch (UncheckedIOException e) {
                // What cannot be journalled is not done: the actions that follow it are dropped.
                LOG.log(System.Logger.Level.ERROR, "migration " + steps.migration() + " cannot be journalled", e);
                answers.add(new SourceInput.StepFailed(
                        List.of(Reported.internal("journal", String.valueOf(e.getMessage())))));
                return answers;
            }
        }
        return answers;
    }
}
