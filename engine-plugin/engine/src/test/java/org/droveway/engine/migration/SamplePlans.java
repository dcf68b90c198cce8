package org.droveway.engine.migration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.droveway.engine.sample.Sample;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.observe.NicTraffic;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.observe.ObservedConnection;
import org.droveway.protocol.observe.PinholeRecord;
import org.droveway.protocol.observe.StreamSecurity;
import org.jspecify.annotations.Nullable;

/** Plans of the sample lab, and what hosts see when all goes as planned. */
final class SamplePlans {
    static final UUID MIGRATION = new UUID(0xd, 1);
    static final ManagementNics MANAGEMENT = new ManagementNics("mgmt0", "mgmt0");

    private SamplePlans() {}

    /** vm1 from h1 to h2 over the migration network. */
    static Plan plan(String policy) {
        PlanRequest request = new PlanRequest("vm1", "h2", null, null, null, null, false, false);
        PlanOutcome outcome =
                new Planner(Sample.lab().policy(policy).snapshot(), ExecutorAbilities.ALL, Sample.NOW).plan(request);
        if (outcome instanceof PlanOutcome.Planned planned) {
            return planned.plan();
        }
        throw new AssertionError(outcome);
    }

    static Migration migration() {
        return Migration.planned(MIGRATION, plan("secure"), "lab", "admin", Sample.NOW);
    }

    static MigrationEvent event(
            int second, MigrationState state, @Nullable String vmHost, Observation... observations) {
        Instant at = Sample.NOW.plusSeconds(second);
        return new MigrationEvent(second, MIGRATION, at, state, vmHost, null, List.of(), List.of(observations));
    }

    static Observation source(StreamSecurity stream) {
        return new Observation(
                "h1",
                List.of(new ObservedConnection(
                        "10.62.0.11", 40000, "10.62.0.12", 61000, "mig0", 590_000_000L, 900_000L)),
                List.of(new NicTraffic("mig0", 1_000_000, 600_000_000), new NicTraffic("mgmt0", 90_000, 80_000)),
                stream,
                stream == StreamSecurity.TLS,
                List.of(),
                Sample.NOW,
                null,
                9000L,
                80L);
    }

    static Observation destination(StreamSecurity stream) {
        return new Observation(
                "h2",
                List.of(new ObservedConnection(
                        "10.62.0.12", 61000, "10.62.0.11", 40000, "mig0", 900_000L, 590_000_000L)),
                List.of(new NicTraffic("mig0", 600_000_000, 1_000_000), new NicTraffic("mgmt0", 80_000, 90_000)),
                stream,
                stream == StreamSecurity.TLS,
                List.of(pinhole(Sample.NOW.plusSeconds(9))),
                null,
                Sample.NOW,
                null,
                null);
    }

    static PinholeRecord pinhole(@Nullable Instant removedAt) {
        return new PinholeRecord(
                "10.62.0.11", "10.62.0.12", 61000, Sample.NOW, Sample.NOW.plusSeconds(2), removedAt, 2, 17);
    }
}
