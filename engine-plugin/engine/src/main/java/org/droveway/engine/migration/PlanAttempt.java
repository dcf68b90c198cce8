package org.droveway.engine.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.droveway.engine.inventory.Host;
import org.droveway.engine.inventory.InventorySnapshot;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.network.Endpoint;
import org.droveway.engine.network.EndpointDecision;
import org.droveway.engine.network.NetworkChoice;
import org.droveway.engine.network.NetworkDecision;
import org.droveway.engine.network.Path;
import org.droveway.engine.network.UsableAddress;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.scheduling.CandidateReport;
import org.droveway.engine.scheduling.Placement;
import org.droveway.engine.scheduling.Scheduler;
import org.droveway.protocol.Refusal;
import org.droveway.protocol.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Planning over one network: gathers every refusal before it gives up. */
final class PlanAttempt {
    private final PlanRequest request;
    private final Subject subject;
    private final InventorySnapshot snapshot;
    private final WantedParameters wanted;
    private final @Nullable NetworkChoice choice;
    private final @Nullable Endpoint source;
    private final List<CandidateReport> candidates;
    private final PlanDecisions decisions = new PlanDecisions();
    private final List<Refusal> refusals = new ArrayList<>();

    PlanAttempt(
            PlanRequest request,
            EffectivePolicy policy,
            Subject subject,
            NetworkDecision network,
            InventorySnapshot snapshot,
            ExecutorAbilities abilities,
            Instant now) {
        this.request = request;
        this.subject = subject;
        this.snapshot = snapshot;
        this.wanted = WantedParameters.of(policy, subject.vm(), request.withLocalDisks());
        refusals.addAll(SubjectChecks.of(subject, snapshot, wanted, now));
        refusals.addAll(policy.refusals());
        refusals.addAll(RequestLeave.refusals(policy, request));
        refusals.addAll(Contradictions.of(wanted, subject.source()));
        refusals.addAll(ExecutorNeeds.unmet(abilities, wanted));
        decisions.security(policy);
        this.choice = choose(network);
        this.source = choice == null ? null : endpoint(subject.source(), choice);
        this.candidates = Scheduler.judge(new Placement(
                subject.vm(), subject.source(), policy.type(), wanted.needs(), choice, source, snapshot, now));
    }

    PlanOutcome outcome() {
        Optional<CandidateReport> destination = destination();
        destination.ifPresent(found -> refusals.addAll(Contradictions.with(wanted, host(found.host()))));
        if (!refusals.isEmpty() || destination.isEmpty() || choice == null || source == null) {
            return new PlanOutcome.Refused(refusals, decisions.all(), candidates);
        }
        Endpoint end = endpoint(host(destination.get().host()), choice);
        if (end == null) {
            return new PlanOutcome.Refused(refusals, decisions.all(), candidates);
        }
        if (end.address().equals(source.address())) {
            refusals.add(sameAddress(end));
            return new PlanOutcome.Refused(refusals, decisions.all(), candidates);
        }
        decisions.destination(destination.get(), request.host() != null);
        return new PlanOutcome.Planned(plan(choice, new Path(source, end)));
    }

    private @Nullable NetworkChoice choose(NetworkDecision network) {
        if (network instanceof NetworkDecision.Chosen chosen) {
            decisions.network(chosen);
            return chosen.choice();
        }
        if (network instanceof NetworkDecision.Refused refused) {
            refusals.add(refused.refusal());
        }
        return null;
    }

    private @Nullable Endpoint endpoint(Host host, NetworkChoice network) {
        EndpointDecision decision = UsableAddress.of(host, network);
        if (decision instanceof EndpointDecision.Found found) {
            return found.endpoint();
        }
        if (decision instanceof EndpointDecision.Refused refused && host.report() != null) {
            refusals.add(refused.refusal());
        }
        return null;
    }

    private Optional<CandidateReport> destination() {
        if (request.host() != null) {
            CandidateReport asked = candidates.stream()
                    .filter(c -> c.host().equals(request.host()))
                    .findFirst()
                    .orElseThrow();
            refusals.addAll(asked.refusals());
            return Optional.of(asked).filter(CandidateReport::accepted);
        }
        Optional<CandidateReport> best = Scheduler.best(candidates);
        if (best.isEmpty()) {
            refusals.addAll(noHostLeft());
        }
        return best;
    }

    private List<Refusal> noHostLeft() {
        List<Refusal> reasons = candidates.stream()
                .filter(c -> !c.host().equals(subject.source().name()))
                .filter(c -> host(c.host()).cluster().equals(subject.cluster()))
                .flatMap(c -> c.refusals().stream())
                .toList();
        List<Refusal> all = new ArrayList<>();
        all.add(Refusal.of(
                RefusalCode.NO_HOST_LEFT,
                "cluster " + subject.cluster(),
                reasons.isEmpty()
                        ? "no other host"
                        : "no other host that could take VM " + subject.vm().name(),
                "one host that passes every filter",
                reasons.isEmpty() ? "enrol another host" : "see the reasons of each host"));
        all.addAll(reasons);
        return all;
    }

    private Host host(String name) {
        return snapshot.host(name).orElseThrow();
    }

    private Refusal sameAddress(Endpoint end) {
        return Refusal.of(
                RefusalCode.HOST_WITHOUT_ADDRESS,
                "host " + end.host(),
                "it has " + end.address() + ", which host " + subject.source().name() + " has too",
                "an address of its own",
                "give one of the two hosts another address");
    }

    private Plan plan(NetworkChoice network, Path path) {
        decisions.path(path, network);
        Host destination = host(path.destination().host());
        Settled<Integer> connections = ConnectionRule.settle(wanted, subject.source(), destination);
        decisions.parameters(wanted, connections);
        if (connections.value() > 1 && ConnectionRule.mayMixUp(wanted, destination)) {
            decisions.mixUp(destination);
        }
        boolean management = network.management()
                || path.source().management()
                || path.destination().management();
        decisions.management(management, network);
        PlanParameters parameters = PlanParameters.of(wanted, connections.value(), destination.name());
        return new Plan(
                subject.vm().name(),
                subject.vm().id(),
                subject.source().name(),
                destination.name(),
                network.name(),
                network.cidr().toString(),
                wanted.policy().type(),
                Transport.DIRECT,
                management,
                path.source().address().toString(),
                path.destination().address().toString(),
                path.source().nic(),
                path.destination().nic(),
                path.mtu(),
                parameters.order(wanted.policy().type()).ports(),
                subject.datacenter().policyVersion(),
                parameters,
                decisions.all(),
                candidates,
                null,
                null);
    }
}
