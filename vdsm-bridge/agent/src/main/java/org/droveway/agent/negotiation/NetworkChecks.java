package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.ADDRESS_NOT_ON_HOST;
import static org.droveway.protocol.RefusalCode.FIREWALL_UNKNOWN;
import static org.droveway.protocol.RefusalCode.HOST_NOT_ENFORCING;
import static org.droveway.protocol.RefusalCode.NO_FREE_PORT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.host.FirewallState;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.Nic;
import org.droveway.protocol.host.NicAddress;
import org.droveway.protocol.permit.Permit;

/** Whether the way into this host can be opened for one, and only for one. */
final class NetworkChecks {
    private NetworkChecks() {}

    static List<Refusal> refusals(Permit permit, HostFacts facts) {
        Reasons reasons = new Reasons();
        String host = "host " + facts.host();
        reasons.when(
                facts.nics().stream().noneMatch(nic -> carries(nic, permit.destinationAddress())),
                ADDRESS_NOT_ON_HOST,
                host,
                "usable addresses " + usable(facts),
                permit.destinationAddress() + " on an interface that is up",
                "give " + host + " the address, or bring the interface up");
        reasons.when(
                facts.mode() == HostMode.OBSERVE,
                HOST_NOT_ENFORCING,
                host,
                "mode observe: Droveway only watches here",
                "mode assist or enforce",
                "drovectl host mode " + facts.host() + " enforce");
        reasons.when(
                facts.mode() != HostMode.OBSERVE && facts.firewall() == FirewallState.UNKNOWN,
                FIREWALL_UNKNOWN,
                host,
                "the state of the firewall cannot be read",
                "a firewall whose state is known",
                "look at the agent's log on " + host + ": nftables must work there");
        reasons.when(
                facts.mode() == HostMode.ENFORCE && facts.firewall() == FirewallState.OPEN,
                HOST_NOT_ENFORCING,
                host,
                "the port pool is open although the mode is enforce",
                "a pool that is shut",
                "look for who removed the table inet droveway on " + host + "; restart the agent there");
        reasons.when(
                facts.freePorts() < permit.ports(),
                NO_FREE_PORT,
                host,
                (facts.freePorts() == 0 ? "every port" : "all but " + facts.freePorts()) + " of the pool is leased",
                permit.ports() == 1 ? "one free port" : permit.ports() + " free ports",
                "wait for a migration to end, or enlarge the port pool of " + host);
        List<Refusal> refusals = new ArrayList<>(reasons.all());
        if (facts.nics().stream().anyMatch(nic -> carries(nic, permit.destinationAddress()))) {
            refusals.addAll(RouteChecks.back(
                    facts.host(),
                    permit.destinationAddress(),
                    permit.sourceAddress(),
                    facts.routeBack(),
                    facts.nics()));
        }
        return refusals;
    }

    private static boolean carries(Nic nic, String address) {
        return nic.up()
                && nic.addresses().stream().anyMatch(own -> own.address().equals(address) && settled(own));
    }

    private static boolean settled(NicAddress address) {
        return !address.tentative() && !address.failed();
    }

    private static String usable(HostFacts facts) {
        return facts.nics().stream()
                .filter(Nic::up)
                .flatMap(nic -> nic.addresses().stream()
                        .filter(NetworkChecks::settled)
                        .map(address -> address.address() + " (" + nic.name() + ")"))
                .collect(Collectors.joining(", ", "", ""));
    }
}
