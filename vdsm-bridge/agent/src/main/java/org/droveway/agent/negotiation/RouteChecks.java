package org.droveway.agent.negotiation;

import static org.droveway.protocol.RefusalCode.ROUTE_BACK_UNEXPECTED;
import static org.droveway.protocol.RefusalCode.SOURCE_ADDRESS_UNEXPECTED;

import java.util.List;
import java.util.Optional;
import org.droveway.agent.observation.Route;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.Nic;

/** Whether packets between the permit's addresses take the interfaces that have them; each refusal shows the line that is missing. */
final class RouteChecks {
    private RouteChecks() {}

    /** On the source: QEMU binds no address, so that the route decides which one it has. */
    static List<Refusal> out(String host, String own, String other, Optional<Route> route, List<Nic> nics) {
        String nic = carrier(own, nics);
        String remedy = nic.isEmpty()
                ? "give host " + host + " the address " + own
                : "ip route replace " + other + whole(other) + " dev " + nic + " src " + own;
        return refusals(SOURCE_ADDRESS_UNEXPECTED, host, own, other, route, nic, remedy);
    }

    /** On the destination: answers leave from the address that was called, and must not go by another interface. */
    static List<Refusal> back(String host, String own, String other, Optional<Route> route, List<Nic> nics) {
        String nic = carrier(own, nics);
        String remedy = nic.isEmpty()
                ? "give host " + host + " the address " + own
                : "ip rule add from " + own + " lookup 61; ip route add " + other + whole(other) + " dev " + nic
                        + " src " + own + " table 61";
        return refusals(ROUTE_BACK_UNEXPECTED, host, own, other, route, nic, remedy);
    }

    private static List<Refusal> refusals(
            RefusalCode code, String host, String own, String other, Optional<Route> route, String nic, String remedy) {
        Reasons reasons = new Reasons();
        boolean right = route.isPresent()
                && route.get().source().equals(own)
                && route.get().nic().equals(nic);
        reasons.when(
                !right,
                code,
                "host " + host,
                route.map(found -> "the route to " + other + " leaves from " + found.source() + " by " + found.nic())
                        .orElse("no route to " + other),
                "a route that leaves from " + own + (nic.isEmpty() ? "" : " by " + nic),
                remedy + "; then look at 'ip route get " + other + "'");
        return reasons.all();
    }

    private static String carrier(String address, List<Nic> nics) {
        return nics.stream()
                .filter(nic ->
                        nic.addresses().stream().anyMatch(own -> own.address().equals(address)))
                .map(Nic::name)
                .findFirst()
                .orElse("");
    }

    private static String whole(String address) {
        return address.indexOf(':') >= 0 ? "/128" : "/32";
    }
}
