package org.droveway.agent.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.agent.testing.FakeHypervisor;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Handover;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Security;
import org.droveway.protocol.link.MigrationEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both agents with post-copy: interrupted, and gone on with under another lease. */
class TestPostCopyMigrations extends TwoHosts {
    private final List<MigrateCall> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch switched = new CountDownLatch(1);

    @BeforeEach
    void postCopy() {
        parameters = new MigrationParameters(
                Security.INSECURE, null, null, null, null, null, null, Handover.FAST, Convergence.POST_COPY);
        source.hypervisor.statistics = pass(1);
        source.hypervisor.postCopyOrdered = () -> {
            source.hypervisor.domains.put(VM, DomainStatus.ofWord("paused (post-copy)"));
            destination.hypervisor.domains.put(VM, DomainStatus.ofWord("running (post-copy)"));
            destination.hypervisor.tell(new LifecycleEvent(VM, LifecycleEvent.Kind.RESUMED, true, Instant.EPOCH));
            switched.countDown();
        };
    }

    private static Map<String, Long> pass(long number) {
        Map<String, Long> numbers = new HashMap<>();
        numbers.put("memory_iteration", number);
        numbers.put("memory_total", 1_000_000_000L);
        numbers.put("memory_processed", 100_000_000L * number);
        numbers.put("memory_remaining", 50_000_000L);
        numbers.put("data_processed", 100_000_000L * number);
        numbers.put("memory_bps", 1_000_000L);
        numbers.put("memory_dirty_rate", 1000L);
        return numbers;
    }

    /** The guest writes as fast as can be sent, until the agent has it switched. */
    private void neverConverges() {
        int before = source.progress.size();
        for (long number = 1; switched.getCount() > 0; number++) {
            source.hypervisor.statistics = pass(number);
            int seen = before;
            await().until(() -> source.progress.size() > seen || switched.getCount() == 0);
            before = source.progress.size();
        }
    }

    private void interrupt() throws HypervisorException {
        await().until(() -> states().get(states().size() - 1) == MigrationState.POSTCOPY);
        source.hypervisor.domains.put(VM, DomainStatus.ofWord("paused (post-copy failed)"));
        throw failure("post-copy migration failed");
    }

    private void complete() {
        destination.hypervisor.domains.put(VM, FakeHypervisor.RUNNING);
        source.hypervisor.domains.remove(VM);
    }

    private void call(MigrateCall call) throws HypervisorException {
        calls.add(call);
        openRelay();
        switch (calls.size()) {
            case 1 -> {
                neverConverges();
                interrupt();
            }
            case 2 -> interrupt();
            default -> complete();
        }
    }

    @Test
    void isInterruptedTwiceAndGoesOn() throws Exception {
        source.hypervisor.migrating = this::call;
        start(order());
        await().atMost(90, TimeUnit.SECONDS)
                .until(() ->
                        source.events.stream().anyMatch(event -> event.state().isEnd()));
        MigrationEvent end = source.events.get(source.events.size() - 1);
        assertThat(end.state()).as("%s", source.events).isEqualTo(MigrationState.COMPLETED);
        assertThat(end.vmHost()).isEqualTo("h2");
        assertThat(states())
                .containsSubsequence(
                        MigrationState.POSTCOPY,
                        MigrationState.POSTCOPY_PAUSED,
                        MigrationState.POSTCOPY,
                        MigrationState.POSTCOPY_PAUSED,
                        MigrationState.POSTCOPY,
                        MigrationState.COMPLETED);
        assertThat(calls.get(0).text()).doesNotContain("POSTCOPY_RESUME");
        assertThat(calls.get(2).text()).contains("VIR_MIGRATE_POSTCOPY_RESUME");
        assertThat(calls.get(1).text()).doesNotContain(uri(0));
        assertThat(calls.get(2).text()).doesNotContain(uri(1));
        assertNothingLeft();
    }

    private String uri(int call) {
        return calls.get(call)
                .text()
                .lines()
                .filter(line -> line.contains("migrate_uri"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    PortPool pool() throws IOException {
        return pool(3);
    }
}
