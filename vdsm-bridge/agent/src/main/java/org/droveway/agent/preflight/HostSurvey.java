package org.droveway.agent.preflight;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.droveway.agent.host.HostFiles;
import org.droveway.agent.host.QemuSettings;
import org.droveway.agent.host.TlsFiles;
import org.droveway.agent.libvirt.DomainActivity;
import org.droveway.agent.libvirt.DomainDescription;
import org.droveway.agent.libvirt.DomainNeeds;
import org.droveway.agent.libvirt.DomainObstacles;
import org.droveway.agent.libvirt.DomainStatus;
import org.droveway.agent.libvirt.Hypervisor;
import org.droveway.agent.libvirt.HypervisorAbilities;
import org.droveway.agent.libvirt.HypervisorException;
import org.droveway.agent.ownership.Ownership;
import org.droveway.agent.qemu.QemuFinding;
import org.droveway.protocol.Security;
import org.droveway.protocol.peer.HostAbilities;
import org.droveway.protocol.peer.QemuAbilities;
import org.droveway.protocol.permit.Permit;

/** Gathers what the rows and the rules look at, on this host. */
public final class HostSurvey {
    private static final System.Logger LOG = System.getLogger(HostSurvey.class.getName());
    private static final TlsFiles NOT_LOOKED_FOR = new TlsFiles("", List.of());

    private final Hypervisor hypervisor;
    private final HostFiles files;
    private final Ownership ownership;
    private final Function<Path, QemuFinding> qemus;
    private final Clock clock;

    /** @param qemus what a binary can; remembers */
    public HostSurvey(
            Hypervisor hypervisor,
            HostFiles files,
            Ownership ownership,
            Function<Path, QemuFinding> qemus,
            Clock clock) {
        this.hypervisor = requireNonNull(hypervisor, "hypervisor");
        this.files = requireNonNull(files, "files");
        this.ownership = requireNonNull(ownership, "ownership");
        this.qemus = requireNonNull(qemus, "qemus");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Asks every QEMU of this host, so that no offer has to wait for one. */
    public void prepare() {
        try {
            HypervisorAbilities known = hypervisor.abilities();
            for (String emulator : known.machines().keySet()) {
                qemu(known, emulator)
                        .ifPresent(qemu -> LOG.log(System.Logger.Level.INFO, emulator + " is QEMU " + qemu.version()));
            }
        } catch (HypervisorException e) {
            LOG.log(System.Logger.Level.DEBUG, "QEMU will be asked by the first offer: " + e.getMessage());
        }
    }

    /** Another manager that has the VM, besides what its metadata says; empty if there is none. */
    public Optional<String> ownerOf(String vm) {
        return ownership.ownerOf(vm);
    }

    /** What this host can, for the other one; what cannot be found out is left out. */
    public HostAbilities abilities(String emulator) throws HypervisorException {
        HypervisorAbilities known = hypervisor.abilities();
        Optional<QemuSettings> settings = files.settings();
        return new HostAbilities(
                clock.instant(),
                known.hostUuid(),
                qemu(known, emulator).orElse(null),
                settings.map(QemuSettings::lockDriver).orElse(null),
                settings.map(QemuSettings::tlsOnly).orElse(null),
                settings.map(files::userfaultfd).orElse(null));
    }

    /**
     * The permit's VM, which must be there.
     *
     * @param leaving whether it is about to migrate, so that QEMU may be asked
     */
    public SourceView source(Permit permit, DomainStatus status, String xml, Security security, boolean leaving)
            throws HypervisorException {
        DomainDescription vm = DomainDescription.parse(xml);
        boolean active = !status.gone();
        return new SourceView(
                permit.sourceHost(),
                permit.vmName(),
                status,
                active ? hypervisor.activity(permit.vm()) : DomainActivity.NONE,
                DomainObstacles.parse(xml),
                active && leaving ? hypervisor.blockers(permit.vm()) : List.of(),
                qemu(hypervisor.abilities(), vm.emulator())
                        .map(QemuAbilities::dropsCache)
                        .orElse(true),
                tls(security, false));
    }

    /** What the offered VM finds here. */
    public DestinationView destination(String host, DomainDescription vm, String xml, Security security)
            throws HypervisorException, IOException {
        DomainNeeds needs = DomainNeeds.parse(xml);
        return new DestinationView(
                host,
                vm.name(),
                ownerOf(vm.name()),
                files.unreadable(needs.files()),
                missing(needs),
                needs.hugepagesMiB(),
                files.hugepages(),
                tls(security, true));
    }

    /** Only what libvirt itself takes for a QEMU is started: the path may be a peer's word, and the agent is root. */
    private Optional<QemuAbilities> qemu(HypervisorAbilities known, String emulator) {
        if (!known.machines().containsKey(emulator)) {
            return Optional.empty();
        }
        QemuFinding finding = qemus.apply(Path.of(emulator));
        if (finding.abilities().isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "what QEMU can is not known: " + finding.complaint());
        }
        return finding.abilities();
    }

    private List<String> missing(DomainNeeds needs) throws HypervisorException, IOException {
        Set<String> networks = needs.networks().isEmpty() ? Set.of() : hypervisor.networks();
        Set<String> interfaces = files.interfaces();
        return Stream.concat(
                        needs.interfaces().stream()
                                .filter(name -> !interfaces.contains(name))
                                .map(name -> "no bridge or interface " + name),
                        needs.networks().stream()
                                .filter(name -> !networks.contains(name))
                                .map(name -> "no active libvirt network " + name))
                .sorted()
                .toList();
    }

    private TlsFiles tls(Security security, boolean destination) {
        return security == Security.SECURE
                ? files.settings()
                        .map(settings -> files.tlsFiles(settings, destination))
                        .orElse(NOT_LOOKED_FOR)
                : NOT_LOOKED_FOR;
    }
}
