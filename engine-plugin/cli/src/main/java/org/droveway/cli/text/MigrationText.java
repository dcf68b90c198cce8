package org.droveway.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.droveway.cli.engine.Migration;
import org.droveway.cli.engine.Migration.Step;
import org.droveway.cli.engine.Observation;
import org.droveway.cli.engine.Plan;
import org.jspecify.annotations.Nullable;

/** Migrations for people. */
public final class MigrationText {
    private MigrationText() {}

    /** Many migrations, a line each. */
    public static String migrations(List<Migration> migrations) {
        Table table = new Table("ID", "VM", "FROM", "TO", "STATE", "TYPE", "NETWORK", "VERDICT", "REQUESTED");
        migrations.forEach(migration -> table.row(
                migration.id(),
                migration.vm(),
                Units.known(migration.from()),
                Units.known(migration.to()),
                migration.state(),
                Units.known(migration.type()),
                network(migration),
                Units.known(migration.verdict()),
                Units.moment(migration.requestedAt())));
        return table.render();
    }

    /** Everything about one migration. */
    public static String migration(Migration migration) {
        StringBuilder text = new StringBuilder(head(migration).render());
        if (!migration.refusals().isEmpty()) {
            text.append("\n\nrefused because\n").append(RefusalText.of(migration.refusals()));
        }
        if (!migration.steps().isEmpty()) {
            text.append("\n\nsteps");
            migration.steps().forEach(step -> text.append("\n  ").append(step(step)));
        }
        migration.observed().forEach(seen -> text.append("\n\n").append(ObservationText.of(seen)));
        return text.toString();
    }

    /** How it ended, in a line or a few. */
    public static String outcome(Migration migration) {
        StringBuilder text = new StringBuilder(migration.vm())
                .append(": ")
                .append(migration.state())
                .append(", ")
                .append(Units.known(migration.from()))
                .append(" -> ")
                .append(Units.known(migration.to()));
        text.append(" over ")
                .append(network(migration))
                .append(" (")
                .append(Units.known(migration.type()))
                .append(')');
        downtime(migration).ifPresent(pause -> text.append(", downtime ").append(Units.duration(pause)));
        total(migration).ifPresent(whole -> text.append(", total ").append(Units.duration(whole)));
        if (migration.verdict() != null) {
            text.append("\nverdict: ").append(migration.verdict());
            migration.verdictReasons().forEach(reason -> text.append("\n  ").append(reason));
        }
        text.append("\nthe VM is on ").append(migration.vmHost() == null ? "a host not settled" : migration.vmHost());
        if (migration.error() != null) {
            text.append("\nerror: ").append(migration.error());
        }
        if (!migration.refusals().isEmpty()) {
            text.append("\nrefused because\n").append(RefusalText.of(migration.refusals()));
        }
        return text.toString();
    }

    /** One step: time, state, detail. */
    public static String step(Step step) {
        return String.format(
                        "%s  %-12s%s",
                        Units.timeOfDay(step.at()), step.state(), step.detail() == null ? "" : "  " + step.detail())
                .stripTrailing();
    }

    private static Details head(Migration migration) {
        Details head = new Details()
                .add("migration", migration.id())
                .add("VM", migration.vm())
                .add("from", migration.from())
                .add("to", migration.to())
                .add("state", migration.state())
                .add("VM is on", migration.vmHost() == null ? "not settled" : migration.vmHost())
                .add("type", migration.type())
                .add("network", network(migration))
                .addKnown("planned", parameters(migration, false))
                .addKnown("agreed", parameters(migration, true))
                .add("requested", requested(migration))
                .addKnown("ended", migration.endedAt() == null ? null : Units.moment(migration.endedAt()))
                .addKnown("downtime", downtime(migration).map(Units::duration).orElse(null))
                .addKnown("total", total(migration).map(Units::duration).orElse(null))
                .addKnown("verdict", migration.verdict());
        if (!migration.verdictReasons().isEmpty()) {
            head.addAll("because", migration.verdictReasons());
        }
        return head.addKnown("error", migration.error());
    }

    /** One of the two: planned parameters until the hosts agreed on some. */
    private static @Nullable String parameters(Migration migration, boolean agreed) {
        Plan plan = migration.plan();
        return plan == null || agreed != (plan.agreed() != null) || plan.parameters() == null
                ? null
                : String.join(", ", ParametersText.of(plan));
    }

    private static String requested(Migration migration) {
        return Units.moment(migration.requestedAt())
                + (migration.requestedBy() == null ? "" : " by " + migration.requestedBy());
    }

    private static String network(Migration migration) {
        return Units.known(migration.network()) + (migration.managementNetwork() ? " (MANAGEMENT)" : "");
    }

    private static Optional<Duration> total(Migration migration) {
        return migration.requestedAt() == null || migration.endedAt() == null
                ? Optional.empty()
                : Optional.of(Duration.between(migration.requestedAt(), migration.endedAt()));
    }

    /** From the source's stop to the destination's start; both clocks are the hosts' own. */
    private static Optional<Duration> downtime(Migration migration) {
        Optional<Instant> stopped = migration.observed().stream()
                .map(Observation::suspendedAt)
                .filter(Objects::nonNull)
                .findFirst();
        Optional<Instant> running = migration.observed().stream()
                .map(Observation::resumedAt)
                .filter(Objects::nonNull)
                .findFirst();
        return stopped.flatMap(from -> running.map(to -> Duration.between(from, to)));
    }
}
