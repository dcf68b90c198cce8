package org.droveway.agent.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Supplier;
import org.droveway.agent.config.AgentConfig;
import org.droveway.agent.config.AgentVersion;
import org.droveway.agent.firewall.Firewall;
import org.droveway.agent.identity.Identity;
import org.droveway.agent.observation.Interfaces;
import org.droveway.protocol.AddressText;
import org.droveway.protocol.host.HostReport;

/** Gathers the report from those who know. */
public final class HostInventory implements Supplier<HostReport> {
    private final AgentConfig config;
    private final Identity identity;
    private final Firewall firewall;
    private final Interfaces interfaces;
    private final VmSource vms;
    private final Supplier<HostFacts> facts;
    private final Clock clock;

    public HostInventory(
            AgentConfig config,
            Identity identity,
            Firewall firewall,
            Interfaces interfaces,
            VmSource vms,
            Supplier<HostFacts> facts,
            Clock clock) {
        this.config = requireNonNull(config, "config");
        this.identity = requireNonNull(identity, "identity");
        this.firewall = requireNonNull(firewall, "firewall");
        this.interfaces = requireNonNull(interfaces, "interfaces");
        this.vms = requireNonNull(vms, "vms");
        this.facts = requireNonNull(facts, "facts");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public HostReport get() {
        HostFacts size = facts.get();
        return new HostReport(
                identity.host(),
                clock.instant(),
                firewall.mode(),
                firewall.state(),
                config.portPool().toString(),
                AddressText.of(config.managementAddress().getAddress()),
                config.peerPort(),
                AgentVersion.CURRENT,
                vms.libvirtVersion().orElse(null),
                vms.qemuVersion().orElse(null),
                size.memoryTotalMiB(),
                size.memoryFreeMiB(),
                size.cpus(),
                interfaces.list(),
                vms.vms(),
                identity.certificates());
    }
}
