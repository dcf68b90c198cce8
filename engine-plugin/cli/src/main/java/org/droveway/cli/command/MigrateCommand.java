package org.droveway.cli.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.droveway.cli.Session;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.engine.MigrationOrder;
import org.droveway.cli.engine.Plan;
import org.droveway.cli.engine.Refusal;
import org.droveway.cli.text.MigrationText;
import org.droveway.cli.text.PlanText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drovectl migrate VM [HOST]}. */
@Command(
        name = "migrate",
        description = "Moves a running VM to another host over the migration network.",
        footer = {
            "",
            "Examples:",
            "  drovectl migrate vm1 h2 --dry-run        the plan, changes nothing",
            "  drovectl migrate vm1 --wait              the filters choose the host",
            "  drovectl migrate vm1 h2 --bandwidth 200 --wait -o json",
            "  drovectl migrate vm1 h2 --with-local-disks --connections 4",
            "  drovectl migrate vm1 h2 --convergence throttle --max-downtime 500",
            "",
            "What the parameters exclude, who may ask for what, and what holds by default:",
            "docs/policy.md. A number is an upper bound, what is asked for by name is",
            "done or refused.",
            "",
            "Exit status: 3 with every reason when it is refused; with --wait 1 when it",
            "does not complete, or completes against the policy (verdict violates)."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "VM", description = "libvirt's name or UUID.")
    private String vm = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "HOST",
            description = "Where to; left out: the filters choose.")
    private @Nullable String host;

    @Mixin
    private WishOptions wishes = new WishOptions();

    @Option(names = "--dry-run", description = "Plans and asks both hosts, changes nothing, prints the plan.")
    private boolean dryRun;

    @Option(names = "--wait", description = "Waits for the end, with a progress bar on a terminal.")
    private boolean wait;

    /** The command of a session. */
    public MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        MigrationOrder order = wishes.order(vm, host, dryRun);
        if (dryRun) {
            Plan plan = session.engine().plan(order);
            session.print(new AcceptedPlan(plan, List.of()), () -> PlanText.of(plan));
            return 0;
        }
        String id = session.engine().migrate(order);
        return wait ? await(id) : started(id);
    }

    private int started(String id) {
        session.print(
                new Started(id), () -> "migration " + id + " started\n  watch it  drovectl migration watch " + id);
        return 0;
    }

    private int await(String id) {
        Migration migration = session.await(id);
        session.print(migration, () -> MigrationText.outcome(migration));
        return Outcome.of(migration).number();
    }

    /** What a migration's bytes may look like on the wire. */
    enum Type {
        SECURE,
        INSECURE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Started(String id) {}

    /** A dry run that went through: the plan, and no refusals, in the place where a refused one has them. */
    private record AcceptedPlan(@JsonUnwrapped Plan plan, List<Refusal> refusals) {}
}
