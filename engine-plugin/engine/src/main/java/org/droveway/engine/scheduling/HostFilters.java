package org.droveway.engine.scheduling;

import java.util.List;
import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.Words;
import org.droveway.engine.network.EndpointDecision;
import org.droveway.engine.network.UsableAddress;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.droveway.protocol.host.HostMode;
import org.droveway.protocol.host.HostReport;

/** The filters, each with one reason; a host that is down is not judged by what it said before. */
final class HostFilters {
    static final List<HostFilter> ALL = List.of(
            HostFilters::notTheSource,
            HostFilters::sameCluster,
            HostFilters::up,
            ifReported(HostFilters::enforces),
            ifReported(CapabilityFilter::knows),
            ifReported(PoolFilter::shut),
            ifReported(MemoryFilter::fits),
            ifReported(IdentityFilter::free),
            ifReported(HostFilters::hasAddress),
            ifReported(CertificateFilter::valid));

    private HostFilters() {}

    private static HostFilter ifReported(HostFilter filter) {
        return (host, placement) ->
                host.isUp() && host.report() != null ? filter.against(host, placement) : Optional.empty();
    }

    private static Optional<Refusal> notTheSource(Host host, Placement placement) {
        if (!host.name().equals(placement.source().name())) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                RefusalCode.SAME_HOST,
                "host " + host.name(),
                "VM " + placement.vm().name() + " is on it",
                "another host",
                "choose another host"));
    }

    private static Optional<Refusal> sameCluster(Host host, Placement placement) {
        String cluster = placement.source().cluster();
        if (host.cluster().equals(cluster)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                RefusalCode.HOST_OF_OTHER_CLUSTER,
                "host " + host.name(),
                "cluster " + host.cluster(),
                "cluster " + cluster + ", where VM " + placement.vm().name() + " is",
                "choose a host of cluster " + cluster));
    }

    private static Optional<Refusal> up(Host host, Placement placement) {
        if (host.isUp() && host.report() != null) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                RefusalCode.HOST_DOWN,
                "host " + host.name(),
                host.isUp() ? "its agent has not reported yet" : "its agent is not connected",
                "a connected agent that reports",
                "start the agent on the host, or look at why it cannot reach the engine"));
    }

    private static Optional<Refusal> enforces(Host host, Placement placement) {
        HostReport report = host.report();
        if (report == null || report.mode() == HostMode.ENFORCE) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                RefusalCode.HOST_NOT_ENFORCING,
                "host " + host.name(),
                "mode " + Words.of(report.mode()) + (host.mode() == HostMode.ENFORCE ? ", enforce is on its way" : ""),
                "mode enforce",
                "drovectl host mode " + host.name() + " enforce"));
    }

    private static Optional<Refusal> hasAddress(Host host, Placement placement) {
        if (placement.choice() == null) {
            return Optional.empty();
        }
        return UsableAddress.of(host, placement.choice()) instanceof EndpointDecision.Refused refused
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }
}
