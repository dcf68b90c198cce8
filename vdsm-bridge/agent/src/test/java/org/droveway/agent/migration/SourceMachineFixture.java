package org.droveway.agent.migration;

import java.util.ArrayList;
import java.util.List;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;

/** A source machine of vm1, what it is told, and what it did. */
abstract class SourceMachineFixture {
    static final Refusal REFUSAL =
            Refusal.of(RefusalCode.PATH_NOT_PROVED, "path", "silence", "a nonce", "look at routes");

    final List<SourceAction> done = new ArrayList<>();
    SourceState state = SourceState.agreed(Circumstance.HELD);

    private final SourceMachine machine = new SourceMachine("vm1", Convergence.KEEP_ON);

    final void feed(SourceInput... inputs) {
        for (SourceInput input : inputs) {
            SourceMachine.Next next = machine.next(state, input);
            state = next.state();
            done.addAll(next.actions());
        }
    }

    /** What it does upon this alone. */
    final List<SourceAction> after(SourceInput... inputs) {
        done.clear();
        feed(inputs);
        return List.copyOf(done);
    }

    static SourceInput looked(String source, String destination) {
        return new SourceInput.Looked(
                new Whereabouts(DomainStatus.ofWord(source), DomainStatus.ofWord(destination), false), false);
    }

    static SourceInput here(String source) {
        return new SourceInput.LookedHere(DomainStatus.ofWord(source));
    }

    static SourceInput there(String destination) {
        return new SourceInput.LookedThere(4711, DomainStatus.ofWord(destination));
    }

    static SourceAction tell(MigrationState told) {
        return new SourceAction.Tell(told, null);
    }

    /** As far as libvirt's call. */
    final void copying() {
        feed(new SourceInput.Begin(), new SourceInput.PinholeOpened(), new SourceInput.Proved());
        done.clear();
    }
}
