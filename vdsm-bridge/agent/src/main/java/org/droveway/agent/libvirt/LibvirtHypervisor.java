package org.droveway.agent.libvirt;

import com.sun.jna.ptr.IntByReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.droveway.agent.libvirt.HypervisorException.Kind;
import org.droveway.protocol.host.VmReport;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.DomainJobStats;
import org.libvirt.LibvirtException;
import org.libvirt.NativeErrors;
import org.libvirt.NativeHandles;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedUlongParameter;

/** The host's libvirtd through libvirt-java and, for what that lacks, JNA. Thread-safe. */
public final class LibvirtHypervisor implements Hypervisor, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LibvirtHypervisor.class.getName());
    private static final int COMPLETED_KEEP = 1 | 2;
    private static final int UNDEFINE_KEEP_NVRAM = 8;
    private static final int ABORT_POSTCOPY = 1;
    private static final String PAUSE = "{\"execute\":\"migrate-pause\"}";

    private final Lifecycles lifecycles;
    private final LibvirtLink link;
    private final AbilitiesMemory abilities;
    private final VmReports reports = new VmReports(SharedStorage.ofThisHost());

    /**
     * Connects at the first call.
     *
     * @param uri for example {@code qemu:///system}
     */
    public LibvirtHypervisor(String uri, Clock clock) {
        this.lifecycles = new Lifecycles(clock);
        this.abilities = new AbilitiesMemory(clock);
        this.link = new LibvirtLink(uri, lifecycles::attach);
    }

    @Override
    public HypervisorVersions versions() throws HypervisorException {
        return link.call(
                "versions",
                connect -> new HypervisorVersions(
                        HypervisorVersions.text(connect.getLibVersion()),
                        HypervisorVersions.text(connect.getVersion())));
    }

    @Override
    public HypervisorAbilities abilities() throws HypervisorException {
        return link.call("capabilities", connect -> abilities.of(connect, connect::getCapabilities));
    }

    @Override
    public List<VmReport> vms() throws HypervisorException {
        return link.call("list VMs", connect -> {
            List<VmReport> found = new ArrayList<>();
            for (Domain domain : connect.listAllDomains(0)) {
                report(domain).ifPresent(found::add);
            }
            return found;
        });
    }

    @Override
    public DomainStatus status(UUID vm) throws HypervisorException {
        try {
            return with(vm, "state of VM " + vm, LibvirtHypervisor::status);
        } catch (HypervisorException e) {
            if (e.kind() == Kind.NO_DOMAIN) {
                return DomainStatus.ABSENT;
            }
            throw e;
        }
    }

    @Override
    public Optional<UUID> named(String name) throws HypervisorException {
        try {
            return Optional.of(link.call("look up VM " + name, connect -> {
                Domain domain = connect.domainLookupByName(name);
                try {
                    return UUID.fromString(domain.getUUIDString());
                } finally {
                    domain.free();
                }
            }));
        } catch (HypervisorException e) {
            if (e.kind() == Kind.NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public String migratableXml(UUID vm) throws HypervisorException {
        return with(
                vm,
                "XML of VM " + vm,
                domain -> domain.getXMLDesc(
                        Domain.XMLFlags.MIGRATABLE | Domain.XMLFlags.UPDATE_CPU | Domain.XMLFlags.SECURE));
    }

    @Override
    public DomainActivity activity(UUID vm) throws HypervisorException {
        return with(vm, "activity of VM " + vm, ActivityReader::read);
    }

    @Override
    public List<String> blockers(UUID vm) throws HypervisorException {
        return BlockersQuestion.answer(
                with(vm, "blockers of VM " + vm, domain -> domain.qemuMonitorCommand(BlockersQuestion.QUESTION, 0)));
    }

    @Override
    public Set<String> networks() throws HypervisorException {
        return Set.of(link.call("list networks", Connect::listNetworks));
    }

    @Override
    public boolean persistent(UUID vm) throws HypervisorException {
        return with(vm, "persistence of VM " + vm, domain -> domain.isPersistent() == 1);
    }

    @Override
    public CpuMatch compareCpu(DomainDescription vm) throws HypervisorException {
        return link.call("compare CPU", connect -> CpuComparison.compare(connect, vm));
    }

    @Override
    public void migrate(MigrateCall call) throws HypervisorException {
        int flags = MigrateFlag.maskOf(call.flags());
        with(
                call.vm(),
                "migrate VM " + call.vmName(),
                domain -> domain.migrateToURI(call.destinationUri(), NativeParameters.of(call.parameters()), flags));
    }

    @Override
    public void setMaxDowntime(UUID vm, int milliseconds) throws HypervisorException {
        with(vm, "downtime limit of VM " + vm, domain -> domain.migrateSetMaxDowntime(milliseconds));
    }

    @Override
    public JobStats jobStats(UUID vm) throws HypervisorException {
        return with(vm, "job of VM " + vm, domain -> stats(domain.getJobStats(0)));
    }

    @Override
    public Optional<JobStats> completedJob(UUID vm) throws HypervisorException {
        try {
            return Optional.of(
                    with(vm, "completed job of VM " + vm, domain -> stats(domain.getJobStats(COMPLETED_KEEP))));
        } catch (HypervisorException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "no completed job: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void abortJob(UUID vm) throws HypervisorException {
        with(vm, "abort job of VM " + vm, Domain::abortJob);
    }

    @Override
    public void startPostCopy(UUID vm) throws HypervisorException {
        with(
                vm,
                "post-copy of VM " + vm,
                domain -> NativeErrors.check(
                        NativeLibvirt.load().virDomainMigrateStartPostCopy(NativeHandles.of(domain), 0)));
    }

    @Override
    public void pausePostCopy(UUID vm) throws HypervisorException {
        with(
                vm,
                "interrupt post-copy of VM " + vm,
                domain -> NativeErrors.check(
                        NativeLibvirt.load().virDomainAbortJobFlags(NativeHandles.of(domain), ABORT_POSTCOPY)));
    }

    @Override
    public void pauseIncomingPostCopy(UUID vm) throws HypervisorException {
        with(vm, "interrupt incoming post-copy of VM " + vm, domain -> domain.qemuMonitorCommand(PAUSE, 0));
    }

    @Override
    public void resume(UUID vm) throws HypervisorException {
        with(vm, "resume VM " + vm, domain -> {
            domain.resume();
            return true;
        });
    }

    @Override
    public void destroy(UUID vm) throws HypervisorException {
        with(vm, "destroy VM " + vm, domain -> {
            domain.destroy();
            return true;
        });
    }

    @Override
    public void undefine(UUID vm) throws HypervisorException {
        with(vm, "undefine VM " + vm, domain -> {
            domain.undefine(UNDEFINE_KEEP_NVRAM);
            return true;
        });
    }

    @Override
    public @Nullable Boolean tlsCredentials(UUID vm) {
        try {
            return TlsQuestion.answer(with(
                    vm,
                    "migration parameters of VM " + vm,
                    domain -> domain.qemuMonitorCommand(TlsQuestion.QUESTION, 0)));
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "QEMU could not be asked for its TLS credentials: " + e.getMessage());
            return null;
        }
    }

    @Override
    public Subscription onLifecycle(Consumer<LifecycleEvent> listener) {
        return lifecycles.listen(listener);
    }

    /** Connects again if the daemon was restarted, so that events flow although nobody asks anything; throws UNREACHABLE. */
    public void reconnect() throws HypervisorException {
        link.open();
    }

    @Override
    public void close() {
        link.close();
    }

    /** Something done with a domain. */
    private interface DomainOperation<T> {
        T apply(Domain domain) throws LibvirtException;
    }

    private <T> T with(UUID vm, String attempted, DomainOperation<T> operation) throws HypervisorException {
        return link.call(attempted, connect -> {
            Domain domain = connect.domainLookupByUUIDString(vm.toString());
            try {
                return operation.apply(domain);
            } finally {
                domain.free();
            }
        });
    }

    /** A domain may vanish between listing and asking; then it is not reported. */
    private Optional<VmReport> report(Domain domain) throws LibvirtException {
        try {
            return Optional.of(reports.of(domain.getXMLDesc(Domain.XMLFlags.SECURE), status(domain)));
        } catch (LibvirtException e) {
            LOG.log(System.Logger.Level.DEBUG, "a domain vanished while it was listed: " + e.getMessage());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "a domain is left out, its XML is not understood: " + e.getMessage());
            return Optional.empty();
        } finally {
            domain.free();
        }
    }

    private static DomainStatus status(Domain domain) throws LibvirtException {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        if (NativeLibvirt.load().virDomainGetState(NativeHandles.of(domain), state, reason, 0) < 0) {
            // libvirt-java asks again and turns libvirt's error into its exception.
            domain.getInfo();
            return DomainStatus.of(0, 0);
        }
        return DomainStatus.of(state.getValue(), reason.getValue());
    }

    private static JobStats stats(DomainJobStats stats) {
        Map<String, Long> values = new HashMap<>();
        for (TypedParameter parameter : stats.stats) {
            if (parameter instanceof TypedUlongParameter number) {
                values.put(number.field, number.value);
            } else if (parameter instanceof TypedIntParameter number) {
                values.put(number.field, (long) number.value);
            }
        }
        return JobStats.of(stats.type, values);
    }
}
