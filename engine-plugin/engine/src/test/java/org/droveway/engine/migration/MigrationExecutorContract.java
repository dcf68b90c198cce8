package org.droveway.engine.migration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.droveway.engine.inventory.Subscription;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.MigrationState;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.VmState;
import org.droveway.protocol.link.Agreement;
import org.droveway.protocol.link.MigrationEvent;
import org.droveway.protocol.link.MigrationProgress;
import org.droveway.protocol.observe.Observation;
import org.droveway.protocol.permit.SignedPermit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every platform's {@link MigrationExecutor} promises; a connector's test extends this. */
@Timeout(30)
public abstract class MigrationExecutorContract {
    private static final UUID MIGRATION = new UUID(0xd, 1);

    private final EventRecorder recorder = new EventRecorder();
    private @Nullable ExecutorFixture fixture;

    /** A platform without hosts. */
    protected abstract ExecutorFixture create();

    @BeforeEach
    void start() {
        ExecutorFixture platform = create();
        fixture = platform;
        platform.report(SampleHost.number(1).vm(Sample.vm(1)).report());
        platform.report(SampleHost.number(2).report());
        platform.executor().observe(recorder);
    }

    @AfterEach
    void stop() {
        platform().close();
    }

    @Test
    void abilitiesAreConstant() {
        assertThat(platform().executor().abilities())
                .isEqualTo(platform().executor().abilities());
    }

    @Test
    void askingAgreesAndChangesNothing() {
        Agreement agreement = agreed(platform().executor().ask(task(MIGRATION)));
        assertThat(agreement.listenAddress()).isEqualTo("10.62.0.12");
        assertThat(agreement.memoryPort())
                .as("a port is leased only by a start")
                .isNull();
        assertThat(agreement.libvirtCall()).isNotBlank();
        assertThat(running()).containsExactly("vm1 on h1");
        assertThat(recorder.heardNothing()).isTrue();
    }

    @Test
    void askingTwiceAndThenStartingIsFine() {
        MigrationTask task = task(MIGRATION);
        agreed(platform().executor().ask(task));
        agreed(platform().executor().ask(task));
        agreed(platform().executor().start(task));
        recorder.until(MigrationState.COMPLETED);
    }

    @Test
    void aRefusedAskNamesEveryReason() {
        List<Refusal> reasons = reasons();
        platform().refuseNext(reasons);
        assertThat(refused(platform().executor().ask(task(MIGRATION)))).containsAll(reasons);
        assertThat(running()).containsExactly("vm1 on h1");
    }

    @Test
    void startingMovesTheVm() {
        Agreement agreement = agreed(platform().executor().start(task(MIGRATION)));
        assertThat(agreement.memoryPort()).isNotNull();
        MigrationEvent end = last(recorder.until(MigrationState.COMPLETED));
        assertThat(end.vmHost()).isEqualTo("h2");
        awaitRunning("vm1 on h2");
    }

    @Test
    void eventsTellTheStatesInOrder() {
        agreed(platform().executor().start(task(MIGRATION)));
        List<MigrationState> states = states(recorder.until(MigrationState.COMPLETED));
        assertThat(states)
                .containsSubsequence(
                        MigrationState.NEGOTIATED,
                        MigrationState.PINHOLE_OPEN,
                        MigrationState.COPYING,
                        MigrationState.SWITCHOVER,
                        MigrationState.CLOSING,
                        MigrationState.COMPLETED);
    }

    @Test
    void sequencesGrowForEachReporter() {
        agreed(platform().executor().start(task(MIGRATION)));
        List<EventRecorder.Heard> heard = recorder.until(MigrationState.COMPLETED);
        Set<String> reporters = new TreeSet<>();
        heard.forEach(h -> reporters.add(h.reporter()));
        assertThat(reporters).isSubsetOf("h1", "h2");
        for (String reporter : reporters) {
            assertThat(heard.stream()
                            .filter(h -> h.reporter().equals(reporter))
                            .map(h -> h.event().sequence())
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theEndComesWithWhatBothHostsSaw() {
        MigrationTask task = task(MIGRATION);
        agreed(platform().executor().start(task));
        List<Observation> seen = recorder.until(MigrationState.COMPLETED).stream()
                .flatMap(h -> h.event().observations().stream())
                .toList();
        assertThat(seen).extracting(Observation::host).contains("h1", "h2");
        Judgement judgement = Judge.judge(task.plan(), new ManagementNics("mgmt0", "mgmt0"), seen);
        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void aRefusedStartNamesEveryReasonAndMovesNothing() {
        List<Refusal> reasons = reasons();
        platform().refuseNext(reasons);
        assertThat(refused(platform().executor().start(task(MIGRATION)))).containsAll(reasons);
        assertThat(running()).containsExactly("vm1 on h1");
    }

    @Test
    void afterARefusalAnotherMigrationCanStart() {
        platform().refuseNext(reasons());
        refused(platform().executor().start(task(MIGRATION)));
        agreed(platform().executor().start(task(new UUID(0xd, 2))));
        recorder.until(MigrationState.COMPLETED);
    }

    @Test
    void startingAgainIsRefusedAndDoesNotDisturb() {
        MigrationTask task = task(MIGRATION);
        platform().holdCopies();
        agreed(platform().executor().start(task));
        recorder.until(MigrationState.COPYING);
        assertThat(refused(platform().executor().start(task))).isNotEmpty();
        platform().releaseCopies();
        assertThat(last(recorder.until(MigrationState.COMPLETED)).vmHost()).isEqualTo("h2");
    }

    @Test
    void aPermitThatWasRedeemedIsNotTakenAgain() {
        MigrationTask task = task(MIGRATION);
        agreed(platform().executor().start(task));
        recorder.until(MigrationState.COMPLETED);
        assertThat(refused(platform().executor().start(task))).isNotEmpty();
    }

    @Test
    void aPermitThatTheEngineDidNotSignIsRefused() {
        MigrationTask good = task(MIGRATION);
        SignedPermit forged = new SignedPermit(
                good.permit().payload(), good.permit().signature().replace('A', 'B') + "AA");
        assertThat(refused(platform().executor().start(new MigrationTask(MIGRATION, good.plan(), forged))))
                .isNotEmpty();
        assertThat(running()).containsExactly("vm1 on h1");
    }

    @Test
    void aPermitThatHasRunOutIsRefused() {
        Instant longAgo = Instant.now().minusSeconds(3600);
        assertThat(refused(platform().executor().start(task(MIGRATION, longAgo))))
                .isNotEmpty();
        assertThat(running()).containsExactly("vm1 on h1");
    }

    @Test
    void aFailedCopyLeavesTheVmWhereItWas() {
        platform().failCopies();
        agreed(platform().executor().start(task(MIGRATION)));
        MigrationEvent end = last(recorder.until(MigrationState.FAILED));
        assertThat(end.vmHost()).isEqualTo("h1");
        assertThat(end.detail()).isNotBlank();
        awaitRunning("vm1 on h1");
    }

    @Test
    void cancellingStopsTheCopy() {
        platform().holdCopies();
        agreed(platform().executor().start(task(MIGRATION)));
        recorder.until(MigrationState.COPYING);
        assertThat(await(platform().executor().cancel(MIGRATION))).isEmpty();
        assertThat(last(recorder.until(MigrationState.CANCELLED)).vmHost()).isEqualTo("h1");
        awaitRunning("vm1 on h1");
    }

    @Test
    void cancellingWhatIsNotThereIsRefused() {
        assertThat(await(platform().executor().cancel(new UUID(9, 9)))).isNotEmpty();
    }

    @Test
    void cancellingWhatHasEndedIsRefused() {
        agreed(platform().executor().start(task(MIGRATION)));
        recorder.until(MigrationState.COMPLETED);
        assertThat(await(platform().executor().cancel(MIGRATION))).isNotEmpty();
        awaitRunning("vm1 on h2");
    }

    @Test
    void aSourceThatIsDownIsRefusedByName() {
        platform().lose("h1");
        assertThat(refused(platform().executor().start(task(MIGRATION))))
                .anySatisfy(refusal -> assertThat(refusal.object()).contains("h1"));
    }

    @Test
    void aHostThatIsNotThereIsRefusedByName() {
        platform().remove("h2");
        assertThat(refused(platform().executor().start(task(MIGRATION))))
                .anySatisfy(refusal -> assertThat(refusal.object()).contains("h2"));
        assertThat(running()).containsExactly("vm1 on h1");
    }

    @Test
    void anEventThatAListenerCouldNotTakeComesAgain() {
        FailingOnce failing = new FailingOnce();
        platform().executor().observe(failing);
        // Its failure may end the link to the host before the answer comes: the events tell, not the answer.
        CompletionStage<NegotiationOutcome> unused = platform().executor().start(task(MIGRATION));
        MigrationEvent again = await(failing.again);
        assertThat(again.state()).isEqualTo(MigrationState.NEGOTIATED);
        recorder.until(MigrationState.COMPLETED);
    }

    @Test
    void aListenerThatIsGoneHearsNothing() {
        EventRecorder gone = new EventRecorder();
        Subscription subscription = platform().executor().observe(gone);
        subscription.close();
        subscription.close();
        agreed(platform().executor().start(task(MIGRATION)));
        recorder.until(MigrationState.COMPLETED);
        assertThat(gone.heardNothing()).isTrue();
    }

    /** Fails on the first event that it is given, and tells when that one comes again. */
    private static final class FailingOnce implements MigrationListener {
        private final CompletableFuture<MigrationEvent> again = new CompletableFuture<>();
        private @Nullable MigrationEvent failedOn;

        @Override
        public synchronized void stepped(String reporter, MigrationEvent event) {
            if (failedOn == null) {
                failedOn = event;
                throw new IllegalStateException("the first time it fails");
            }
            if (event.equals(failedOn)) {
                again.complete(event);
            }
        }

        @Override
        public void progressed(MigrationProgress progress) {
            // Nothing to keep.
        }
    }

    private ExecutorFixture platform() {
        return requireNonNull(fixture, "fixture");
    }

    private MigrationTask task(UUID migration) {
        return task(migration, Instant.now());
    }

    private MigrationTask task(UUID migration, Instant issued) {
        Plan plan = SamplePlans.plan("secure");
        UUID permit = UUID.randomUUID();
        return new MigrationTask(
                migration,
                plan,
                SignedPermit.sign(
                        Permits.of(plan, permit, migration, issued), platform().permitKey()));
    }

    private static List<Refusal> reasons() {
        return List.of(
                Refusal.of(RefusalCode.NO_FREE_PORT, "host h2", "all ports leased", "one free port", "wait"),
                Refusal.of(RefusalCode.CPU_INCOMPATIBLE, "host h2", "no avx2", "avx2", "choose another host"));
    }

    private static Agreement agreed(CompletionStage<NegotiationOutcome> stage) {
        NegotiationOutcome outcome = await(stage);
        assertThat(outcome).isInstanceOf(NegotiationOutcome.Agreed.class);
        return ((NegotiationOutcome.Agreed) outcome).agreement();
    }

    private static List<Refusal> refused(CompletionStage<NegotiationOutcome> stage) {
        NegotiationOutcome outcome = await(stage);
        assertThat(outcome).isInstanceOf(NegotiationOutcome.Refused.class);
        return ((NegotiationOutcome.Refused) outcome).refusals();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private List<String> running() {
        return platform().inventory().vms().stream()
                .filter(vm -> vm.report().state() == VmState.RUNNING)
                .map(vm -> vm.name() + " on " + vm.host())
                .toList();
    }

    /** The inventory may learn of it a little after the migration's end. */
    private void awaitRunning(String expected) {
        Semaphore changed = new Semaphore(0);
        Subscription subscription = platform().inventory().subscribe(change -> changed.release());
        try {
            while (!running().equals(List.of(expected))) {
                assertThat(changed.tryAcquire(10, TimeUnit.SECONDS))
                        .as("%s, not %s", expected, running())
                        .isTrue();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            subscription.close();
        }
    }

    private static MigrationEvent last(List<EventRecorder.Heard> heard) {
        return heard.get(heard.size() - 1).event();
    }

    private static List<MigrationState> states(List<EventRecorder.Heard> heard) {
        return heard.stream().map(h -> h.event().state()).toList();
    }
}
