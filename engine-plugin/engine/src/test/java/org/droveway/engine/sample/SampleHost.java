package org.droveway.engine.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.droveway.engine.address.IpAddress;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.HostState;
import org.droveway.engine.inventory.HostStatus;
import org.droveway.engine.inventory.Pin;
import org.droveway.protocol.Capability;
import org.droveway.protocol.host.CertificateReport;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.host.VmReport;

/** A host under construction; without further words it is up, enforces, and has 8 GiB free. */
public final class SampleHost {
    /** All that an agent of this version may say it can. */
    public static final Set<String> CAPABILITIES = Set.of(
            Capability.DIRECT,
            Capability.QEMU_TLS,
            Capability.STRICT_HANDOVER,
            Capability.FAST_HANDOVER,
            Capability.NONCE_PROOF,
            Capability.CONTROL_RELAY,
            Capability.LOCAL_DISKS,
            Capability.MULTIFD,
            Capability.COMPRESSION,
            Capability.AUTO_CONVERGE,
            Capability.CONVERGENCE_WATCH,
            Capability.POST_COPY);

    private final String name;
    private final String managementAddress;
    private String cluster = "lab";
    private HostState state = HostState.UP;
    private HostMode mode = HostMode.ENFORCE;
    private FirewallState firewall = FirewallState.SHUT;
    private long memoryFreeMiB = 8192;
    private boolean reported = true;
    private String qemuVersion = "7.2.0";
    private final Set<String> capabilities = new HashSet<>(CAPABILITIES);
    private final List<Nic> nics = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<VmReport> vms = new ArrayList<>();
    private final List<CertificateReport> certificates = new ArrayList<>();

    private SampleHost(String name, String managementAddress) {
        this.name = name;
        this.managementAddress = managementAddress;
    }

    /** Host number i as the lab has it: {@code hi}, with mgmt0, mig0 and vm0. */
    public static SampleHost number(int i) {
        return bare(i).nic("mig0", 1500, "10.62.0." + (10 + i) + "/24");
    }

    /** The same without mig0. */
    public static SampleHost bare(int i) {
        SampleHost host = new SampleHost("h" + i, "10.61.0." + (10 + i));
        return host.nic("mgmt0", 1500, "10.61.0." + (10 + i) + "/24").nic("vm0", 1500, "10.63.0." + (10 + i) + "/24");
    }

    /** Adds a NIC that is up; addresses with prefix, all usable. */
    public SampleHost nic(String nic, int mtu, String... addresses) {
        nics.add(new Nic(
                nic,
                true,
                mtu,
                List.of(addresses).stream().map(SampleHost::address).toList()));
        return this;
    }

    /** Adds a NIC as it is given. */
    public SampleHost nic(Nic nic) {
        nics.add(nic);
        return this;
    }

    /** A usable address, given with its prefix. */
    public static NicAddress address(String cidr) {
        int slash = cidr.indexOf('/');
        int prefix = Integer.parseInt(cidr.substring(slash + 1));
        return new NicAddress(cidr.substring(0, slash), prefix, "global", false, false, false, false);
    }

    public SampleHost cluster(String newCluster) {
        cluster = newCluster;
        return this;
    }

    public SampleHost down() {
        state = HostState.DOWN;
        return this;
    }

    public SampleHost unreported() {
        reported = false;
        return this;
    }

    public SampleHost mode(HostMode newMode) {
        mode = newMode;
        return this;
    }

    public SampleHost firewall(FirewallState newFirewall) {
        firewall = newFirewall;
        return this;
    }

    public SampleHost memoryFree(long miB) {
        memoryFreeMiB = miB;
        return this;
    }

    public SampleHost pin(String network, String address) {
        pins.add(new Pin(network, IpAddress.parse(address)));
        return this;
    }

    public SampleHost vm(VmReport vm) {
        vms.add(vm);
        return this;
    }

    /** Its agent is an older one, which lacks these capabilities. */
    public SampleHost without(String... names) {
        capabilities.removeAll(Set.of(names));
        return this;
    }

    public SampleHost qemu(String version) {
        qemuVersion = version;
        return this;
    }

    public SampleHost certificate(String purpose, Instant notAfter) {
        certificates.add(new CertificateReport(purpose, "CN=" + name, notAfter, true));
        return this;
    }

    /** What the agent would report. */
    public HostReport report() {
        return new HostReport(
                name,
                Sample.NOW,
                mode,
                firewall,
                "61000-61049",
                managementAddress,
                8551,
                "0.1.0",
                "9.0.0",
                qemuVersion,
                16384,
                memoryFreeMiB,
                4,
                nics,
                vms,
                certificates);
    }

    /** As the platform knows it. */
    public HostStatus status() {
        return new HostStatus(name, state, reported ? report() : null, reported ? Sample.NOW : null, capabilities);
    }

    /** As the engine knows it. */
    public Host host() {
        return new Host(status(), cluster, mode, pins);
    }
}
