package org.droveway.engine.network;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.droveway.engine.address.AddressSyntaxException;
import org.droveway.engine.address.IpAddress;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.Pin;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostReport;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.jspecify.annotations.Nullable;

/**
 * A host's one usable address in a network (rule 4): up, global scope, not temporary, deprecated, tentative or failed; an
 * address with a whole-address prefix counts only when pinned. None, or two different ones, is refused; so is the management
 * address where neither policy nor request names the management network, because that would be a silent fallback.
 */
public final class UsableAddress {
    private final Host host;
    private final NetworkChoice choice;
    private final List<AddressCandidate> candidates;

    private UsableAddress(Host host, NetworkChoice choice) {
        this.host = host;
        this.choice = choice;
        this.candidates = candidates(host, choice);
    }

    /** The end of a path on this host, or why there is none. */
    public static EndpointDecision of(Host host, NetworkChoice choice) {
        return new UsableAddress(host, choice).decide();
    }

    private EndpointDecision decide() {
        List<IpAddress> pins = pins();
        if (pins.size() > 1) {
            return refused(
                    RefusalCode.HOST_WITH_SEVERAL_ADDRESSES,
                    "pins to " + join(pins),
                    "remove all but one of these pins");
        }
        return pins.isEmpty() ? only() : pinned(pins.get(0));
    }

    /** For a policy's CIDR, which has no name to pin to, any pin that lies in it. */
    private List<IpAddress> pins() {
        return host.pins().stream()
                .filter(pin -> choice.logical()
                        ? pin.network().equals(choice.name())
                        : choice.cidr().contains(pin.address()))
                .map(Pin::address)
                .distinct()
                .toList();
    }

    private EndpointDecision pinned(IpAddress pin) {
        Optional<AddressCandidate> match = candidates.stream()
                .filter(c -> c.address().equals(pin) && flawOf(c, true) == null)
                .findFirst();
        if (match.isPresent()) {
            return found(match.get(), "it is pinned");
        }
        String found = "it is pinned to " + pin + ", and has " + describeAll(true);
        return refused(
                RefusalCode.HOST_WITHOUT_ADDRESS, found, "configure the pinned address on the host, or change the pin");
    }

    private EndpointDecision only() {
        Map<IpAddress, AddressCandidate> usable = candidates.stream()
                .filter(c -> c.flaw() == null && !c.single())
                .collect(Collectors.toMap(AddressCandidate::address, c -> c, (a, b) -> a, LinkedHashMap::new));
        if (usable.size() == 1 && usable.values().stream().allMatch(c -> flawOf(c, false) == null)) {
            return found(usable.values().iterator().next(), "it is the host's only usable address in " + choice.cidr());
        }
        if (usable.size() < 2) {
            String remedy = "configure an address of " + choice.cidr() + " on the host, or choose another host";
            return refused(RefusalCode.HOST_WITHOUT_ADDRESS, describeAll(false), remedy);
        }
        String found = usable.values().stream().map(c -> c.describe(null)).collect(Collectors.joining(", "));
        return refused(
                RefusalCode.HOST_WITH_SEVERAL_ADDRESSES,
                found,
                "pin one: drovectl host pin " + host.name() + " NETWORK ADDRESS");
    }

    private @Nullable String flawOf(AddressCandidate candidate, boolean pinned) {
        if (candidate.flaw() != null) {
            return candidate.flaw();
        }
        if (candidate.management() && !namesManagement(candidate)) {
            return "the management address, and network " + choice.name() + " is not the management network";
        }
        return candidate.single() && !pinned ? "single-address prefix, counts only when pinned" : null;
    }

    private boolean namesManagement(AddressCandidate candidate) {
        return choice.management() || (choice.byPolicy() && candidate.subnet().equals(choice.cidr()));
    }

    private String describeAll(boolean pinned) {
        if (candidates.isEmpty()) {
            return "no address in " + choice.cidr();
        }
        return "only "
                + candidates.stream().map(c -> c.describe(flawOf(c, pinned))).collect(Collectors.joining(", "));
    }

    private EndpointDecision found(AddressCandidate candidate, String reason) {
        return new EndpointDecision.Found(new Endpoint(
                host.name(),
                candidate.nic().name(),
                candidate.address(),
                candidate.nic().mtu(),
                candidate.management(),
                reason));
    }

    private EndpointDecision refused(RefusalCode code, String found, String remedy) {
        String needed = "exactly one usable address in network " + choice.name()
                + (choice.logical() ? " (" + choice.cidr() + ")" : "");
        return new EndpointDecision.Refused(Refusal.of(code, "host " + host.name(), found, needed, remedy));
    }

    private static String join(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
    }

    private static List<AddressCandidate> candidates(Host host, NetworkChoice choice) {
        IpAddress management = managementAddress(host);
        return host.nics().stream()
                .sorted(Comparator.comparing(Nic::name))
                .flatMap(nic -> nic.addresses().stream().map(a -> candidate(nic, a, choice, management)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable AddressCandidate candidate(
            Nic nic, NicAddress reported, NetworkChoice choice, @Nullable IpAddress management) {
        IpAddress address = parse(reported.address());
        if (address == null
                || !choice.cidr().contains(address)
                || reported.prefix() > address.family().bits()) {
            return null;
        }
        return AddressCandidate.of(nic, reported, address, address.equals(management));
    }

    static @Nullable IpAddress managementAddress(Host host) {
        HostReport report = host.report();
        return report == null ? null : parse(report.managementAddress());
    }

    /** What a host reports may be anything; what is no address is none of its addresses. */
    private static @Nullable IpAddress parse(String text) {
        try {
            return IpAddress.parse(text);
        } catch (AddressSyntaxException e) {
            return null;
        }
    }
}
