package org.droveway.engine.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.droveway.engine.sample.Sample;
import org.droveway.engine.sample.SampleHost;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every platform's {@link Inventory} promises; a connector's test extends this. */
public abstract class InventoryContract {
    private @Nullable InventoryFixture fixture;
    private final LinkedBlockingQueue<InventoryChange> changes = new LinkedBlockingQueue<>();

    /** A platform without hosts. */
    protected abstract InventoryFixture create();

    @BeforeEach
    void start() {
        fixture = create();
    }

    @AfterEach
    void stop() {
        platform().close();
    }

    @Test
    void beginsEmpty() {
        assertThat(platform().inventory().hosts()).isEmpty();
        assertThat(platform().inventory().vms()).isEmpty();
    }

    @Test
    void listsHostsByName() {
        List.of(3, 1, 2).forEach(i -> report(SampleHost.number(i)));
        assertThat(platform().inventory().hosts()).extracting(HostStatus::name).containsExactly("h1", "h2", "h3");
        assertThat(platform().inventory().hosts()).extracting(HostStatus::state).containsOnly(HostState.UP);
    }

    @Test
    void listsVmsByHostAndName() {
        report(SampleHost.number(2).vm(Sample.vm(4)).vm(Sample.vm(3)));
        report(SampleHost.number(1).vm(Sample.vm(9)));
        assertThat(platform().inventory().vms()).extracting(Vm::name).containsExactly("vm9", "vm3", "vm4");
    }

    @Test
    void keepsTheLastReportOfAHostThatIsDown() {
        SampleHost host = SampleHost.number(1);
        report(host);
        lose("h1");
        assertThat(platform().inventory().hosts()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(HostState.DOWN);
            assertThat(status.report()).isEqualTo(host.report());
            assertThat(status.lastSeen()).isNotNull();
        });
    }

    @Test
    void doesNotKnowTheStateOfVmsOnAHostThatIsDown() {
        report(SampleHost.number(1).vm(Sample.vm(1)));
        lose("h1");
        assertThat(platform().inventory().vms()).singleElement().satisfies(vm -> {
            assertThat(vm.name()).isEqualTo("vm1");
            assertThat(vm.report().state()).isEqualTo(VmState.UNKNOWN);
        });
    }

    @Test
    void aHostComesBack() {
        report(SampleHost.number(1).vm(Sample.vm(1)));
        lose("h1");
        report(SampleHost.number(1).vm(Sample.vm(1)));
        assertThat(platform().inventory().hosts()).extracting(HostStatus::state).containsExactly(HostState.UP);
        assertThat(platform().inventory().vms())
                .extracting(vm -> vm.report().state())
                .containsExactly(VmState.RUNNING);
    }

    @Test
    void aRemovedHostIsGoneWithItsVms() {
        report(SampleHost.number(1).vm(Sample.vm(1)));
        subscribe();
        platform().remove("h1");
        await(c -> c.equals(new InventoryChange.HostRemoved("h1")));
        assertThat(platform().inventory().hosts()).isEmpty();
        assertThat(platform().inventory().vms()).isEmpty();
    }

    @Test
    void tellsOfANewHostAndItsVms() {
        subscribe();
        report(SampleHost.number(1).vm(Sample.vm(1)));
        await(c -> c instanceof InventoryChange.VmChanged vm && vm.vm().name().equals("vm1"));
    }

    @Test
    void answersWithAChangeBeforeItTellsOfIt() {
        List<Boolean> known = new CopyOnWriteArrayList<>();
        platform().inventory().subscribe(change -> {
            if (change instanceof InventoryChange.VmChanged vm) {
                known.add(platform().inventory().vms().contains(vm.vm()));
            }
            changes.add(change);
        });
        report(SampleHost.number(1).vm(Sample.vm(1)));
        await(InventoryChange.VmChanged.class::isInstance);
        assertThat(known).containsExactly(true);
    }

    @Test
    void tellsThatAVmIsGone() {
        report(SampleHost.number(1).vm(Sample.vm(1)));
        subscribe();
        report(SampleHost.number(1));
        await(c -> c.equals(new InventoryChange.VmRemoved("h1", Sample.vmId(1))));
    }

    @Test
    void tellsThatAHostIsDown() {
        report(SampleHost.number(1));
        subscribe();
        platform().lose("h1");
        await(c -> c instanceof InventoryChange.HostChanged host && host.host().state() == HostState.DOWN);
    }

    @Test
    void doesNotTellOfTimeAndFreeMemoryAlone() {
        report(SampleHost.number(1).vm(Sample.vm(1)));
        subscribe();
        report(SampleHost.number(1).vm(Sample.vm(1)).memoryFree(77));
        report(SampleHost.number(1).vm(Sample.vm(1)).memoryFree(77).firewall(FirewallState.OPEN));
        assertThat(next())
                .isInstanceOfSatisfying(
                        InventoryChange.HostChanged.class,
                        change -> assertThat(change.host().report())
                                .isNotNull()
                                .satisfies(
                                        report -> assertThat(report.firewall()).isEqualTo(FirewallState.OPEN)));
        assertThat(platform().inventory().hosts())
                .allSatisfy(status -> assertThat(status.report())
                        .isNotNull()
                        .satisfies(report -> assertThat(report.memoryFreeMiB()).isEqualTo(77)));
    }

    @Test
    void anUnsubscribedListenerHearsNothing() {
        List<InventoryChange> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = platform().inventory().subscribe(heard::add);
        subscription.close();
        subscription.close();
        subscribe();
        report(SampleHost.number(1));
        next();
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() {
        platform().inventory().subscribe(change -> {
            throw new IllegalStateException("this listener always fails");
        });
        subscribe();
        report(SampleHost.number(1));
        await(InventoryChange.HostChanged.class::isInstance);
    }

    private InventoryFixture platform() {
        return requireNonNull(fixture, "fixture");
    }

    private void subscribe() {
        platform().inventory().subscribe(changes::add);
    }

    private void report(SampleHost host) {
        platform().report(host.report());
    }

    private void lose(String host) {
        platform().lose(host);
    }

    private InventoryChange next() {
        try {
            InventoryChange change = changes.poll(10, TimeUnit.SECONDS);
            assertThat(change).as("a change within 10 s").isNotNull();
            return change;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void await(Predicate<InventoryChange> wanted) {
        while (!wanted.test(next())) {
            // Others may come before it.
        }
    }
}
