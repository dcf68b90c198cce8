package org.droveway.agent.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.droveway.agent.config.Capabilities;
import org.droveway.agent.libvirt.CpuMatch;
import org.droveway.agent.libvirt.HypervisorAbilities;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.MigrationParameters;
import org.droveway.protocol.ProtocolVersion;
import org.droveway.protocol.Security;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.host.VmDisk;
import org.droveway.protocol.host.VmReport;
import org.droveway.protocol.peer.PeerRequest.Offer;
import org.droveway.protocol.peer.VmOffer;
import org.droveway.protocol.permit.Permit;
import org.droveway.protocol.permit.SignedPermit;

/** A migration of vm1 from h1 to h2 that is in order; tests change one thing each. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final UUID VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000001");
    static final UUID OTHER_VM = UUID.fromString("d70e3a1b-0000-4000-8000-000000000002");
    static final String EMULATOR = "/usr/bin/qemu-system-x86_64";

    // The destination's facts.
    HostMode mode = HostMode.ENFORCE;
    FirewallState firewall = FirewallState.SHUT;
    Nic nic = nic(true, address("10.62.0.12", false, false));
    Optional<Route> routeBack = Optional.of(new Route("mig0", "10.62.0.12", null, null));
    List<VmReport> vms = List.of();
    String machine = "pc";
    CpuMatch cpu = new CpuMatch(true, "");
    long memoryFreeMiB = 4096;
    Map<String, Boolean> disksReachable = Map.of("/dev/shared/vm1", true);
    Optional<CertificateFacts> certificate =
            Optional.of(certificate("2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z", "h2", "10.62.0.12"));
    int freePorts = 50;
    Set<UUID> migrating = Set.of();
    Set<String> capabilities = Capabilities.own();

    // The offer.
    int protocolVersion = ProtocolVersion.CURRENT;
    Set<String> needs = Set.of();
    Security security = Security.SECURE;
    String tlsDestination = "h2";
    VmDisk disk = new VmDisk("vda", "/dev/shared/vm1", true);
    UUID vmId = VM;
    String vmName = "vm1";
    String peer = "h1";
    boolean redeemed;

    // The permit.
    Security permitted = Security.SECURE;
    int ports = 1;
    String destinationHost = "h2";
    Instant issuedAt = NOW.minusSeconds(5);
    Instant expiresAt = NOW.plusSeconds(60);

    static Nic nic(boolean up, NicAddress address) {
        return new Nic("mig0", up, 1500, List.of(address));
    }

    static NicAddress address(String text, boolean tentative, boolean failed) {
        return new NicAddress(text, 24, "global", false, false, tentative, failed);
    }

    static CertificateFacts certificate(String from, String to, String... names) {
        return new CertificateFacts(Instant.parse(from), Instant.parse(to), Set.of(names));
    }

    Permit permit() {
        return new Permit(
                UUID.fromString("00000000-0000-4000-8000-00000000000a"),
                UUID.fromString("00000000-0000-4000-8000-00000000000b"),
                VM,
                "vm1",
                "h1",
                destinationHost,
                "10.62.0.11",
                "10.62.0.12",
                ports,
                permitted,
                "migration",
                false,
                1,
                issuedAt,
                expiresAt);
    }

    Offer offer() {
        VmOffer vm = new VmOffer(vmId, vmName, 512, "pc", EMULATOR, "qemu", "x86_64", null, "<domain/>", List.of(disk));
        return new Offer(
                protocolVersion,
                needs,
                false,
                new SignedPermit("x", "y"),
                vm,
                new MigrationParameters(security, null, null, security == Security.SECURE ? tlsDestination : null),
                "9.0.0",
                "7.2.0",
                null);
    }

    HostFacts facts() {
        return new HostFacts(
                "h2",
                NOW,
                capabilities,
                mode,
                firewall,
                List.of(nic),
                routeBack,
                vms,
                new HypervisorAbilities(Map.of(EMULATOR, Set.of(machine))),
                cpu,
                memoryFreeMiB,
                disksReachable,
                certificate,
                freePorts,
                migrating);
    }

    List<String> codes() {
        return Negotiation.refusals(offer(), permit(), peer, redeemed, facts()).stream()
                .map(refusal -> refusal.code())
                .toList();
    }
}
