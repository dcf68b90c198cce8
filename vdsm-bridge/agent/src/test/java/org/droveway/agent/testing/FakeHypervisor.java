package org.droveway.agent.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.CpuMatch;
import org.droveway.agent.libvirt.DomainActivity;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorAbilities;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.droveway.agent.libvirt.HypervisorVersions;
import org.droveway.agent.libvirt.JobStats;
import org.droveway.agent.libvirt.LifecycleEvent;
import org.droveway.agent.libvirt.MigrateCall;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.host.VmState;
import org.jspecify.annotations.Nullable;

/** A host's libvirt in memory; what migrating does is the test's to say. */
public final class FakeHypervisor implements Hypervisor {
    public static final UUID VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000001");
    public static final DomainStatus RUNNING = DomainStatus.of(1, 1);
    public static final DomainStatus HANDED_OVER = DomainStatus.of(3, 1);
    public static final DomainStatus INCOMING = DomainStatus.of(3, 2);
    public static final DomainStatus OFF = DomainStatus.of(5, 0);
    private static final String EMULATOR = "/usr/bin/qemu-system-x86_64";

    public final Map<UUID, DomainStatus> domains = new ConcurrentHashMap<>();
    public final CountDownLatch aborted = new CountDownLatch(1);
    public volatile Migrating migrating = call -> {};
    public volatile boolean reachable = true;
    public volatile boolean job;
    public volatile String diskSource = "rbd:p/vm1";
    public volatile DomainActivity activity = DomainActivity.NONE;
    public volatile List<String> blockers = List.of();
    private final List<Consumer<LifecycleEvent>> listeners = new CopyOnWriteArrayList<>();

    /** What libvirt does when it is told to switch to post-copy. */
    public volatile Runnable postCopyOrdered = () -> {};
    /** Numbers of the running job by libvirt's names. */
    public volatile Map<String, Long> statistics = Map.of();

    private volatile Runnable afterVms = () -> {};

    /** What happens during libvirt's call. */
    public interface Migrating {
        void migrate(MigrateCall call) throws HypervisorException;
    }

    /** Does something after each list of VMs was made. */
    public void onVms(Runnable change) {
        afterVms = change;
    }

    public static String xml() {
        return "<domain type='qemu'><name>vm1</name><uuid>" + VM + "</uuid><memory unit='MiB'>1</memory>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os><devices><emulator>" + EMULATOR + "</emulator>"
                + "<disk type='network' device='disk'><source protocol='rbd' name='p/vm1'/><target dev='vda'/></disk>"
                + "</devices></domain>";
    }

    public void tell(LifecycleEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public HypervisorVersions versions() throws HypervisorException {
        answer();
        return new HypervisorVersions("9.0.0", "7.2.0");
    }

    @Override
    public HypervisorAbilities abilities() throws HypervisorException {
        answer();
        return new HypervisorAbilities(Map.of(EMULATOR, Set.of("pc")));
    }

    @Override
    public List<VmReport> vms() throws HypervisorException {
        answer();
        List<VmReport> found = domains.keySet().stream()
                .map(id -> new VmReport(
                        id, "vm1", VmState.RUNNING, 1, 1, List.of(new VmDisk("vda", diskSource, true)), null, null))
                .toList();
        afterVms.run();
        return found;
    }

    @Override
    public DomainStatus status(UUID vm) throws HypervisorException {
        answer();
        return domains.getOrDefault(vm, DomainStatus.ABSENT);
    }

    @Override
    public Optional<UUID> named(String name) throws HypervisorException {
        answer();
        return domains.keySet().stream().findFirst();
    }

    @Override
    public String migratableXml(UUID vm) throws HypervisorException {
        there(vm);
        return xml();
    }

    @Override
    public DomainActivity activity(UUID vm) throws HypervisorException {
        there(vm);
        return activity;
    }

    @Override
    public List<String> blockers(UUID vm) throws HypervisorException {
        there(vm);
        return blockers;
    }

    @Override
    public Set<String> networks() throws HypervisorException {
        answer();
        return Set.of();
    }

    @Override
    public boolean persistent(UUID vm) throws HypervisorException {
        there(vm);
        return true;
    }

    @Override
    public CpuMatch compareCpu(DomainDescription vm) {
        return new CpuMatch(true, "");
    }

    @Override
    public void migrate(MigrateCall call) throws HypervisorException {
        there(call.vm());
        job = true;
        try {
            migrating.migrate(call);
        } finally {
            job = false;
        }
    }

    @Override
    public void setMaxDowntime(UUID vm, int milliseconds) throws HypervisorException {
        there(vm);
    }

    @Override
    public JobStats jobStats(UUID vm) throws HypervisorException {
        there(vm);
        return JobStats.of(job ? 2 : 0, statistics);
    }

    @Override
    public Optional<JobStats> completedJob(UUID vm) {
        return Optional.of(JobStats.of(0, Map.of("downtime", 42L)));
    }

    @Override
    public void abortJob(UUID vm) {
        aborted.countDown();
    }

    @Override
    public void startPostCopy(UUID vm) throws HypervisorException {
        there(vm);
        postCopyOrdered.run();
    }

    @Override
    public void pausePostCopy(UUID vm) throws HypervisorException {
        there(vm);
        domains.put(vm, DomainStatus.ofWord("paused (post-copy failed)"));
    }

    @Override
    public void pauseIncomingPostCopy(UUID vm) throws HypervisorException {
        there(vm);
        domains.put(vm, DomainStatus.ofWord("running (post-copy failed)"));
    }

    @Override
    public void resume(UUID vm) throws HypervisorException {
        there(vm);
        domains.put(vm, RUNNING);
    }

    @Override
    public void destroy(UUID vm) throws HypervisorException {
        there(vm);
        domains.put(vm, OFF);
    }

    @Override
    public void undefine(UUID vm) throws HypervisorException {
        there(vm);
        domains.remove(vm);
    }

    @Override
    public @Nullable Boolean tlsCredentials(UUID vm) {
        return null;
    }

    @Override
    public Subscription onLifecycle(Consumer<LifecycleEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void answer() throws HypervisorException {
        if (!reachable) {
            throw new HypervisorException(Kind.UNREACHABLE, "libvirt does not answer");
        }
    }

    private void there(UUID vm) throws HypervisorException {
        answer();
        if (!domains.containsKey(vm)) {
            throw new HypervisorException(Kind.NO_DOMAIN, "no domain " + vm);
        }
    }
}
